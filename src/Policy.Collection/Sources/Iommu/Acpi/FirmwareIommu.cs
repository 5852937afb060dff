using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>What the firmware's tables say about IOMMUs.</summary>
/// <param name="Kind"><c>dmar</c>, <c>ivrs</c>, <c>iort</c>, <c>device-tree</c>, or null if they describe none.</param>
/// <param name="Units">How many they describe.</param>
/// <param name="Dmar">Intel's table, if that is the kind.</param>
/// <param name="Ivrs">AMD's table, if that is the kind.</param>
/// <param name="Smmus">The versions of ARM's SMMUs, if those are the kind.</param>
internal sealed record FirmwareIommu(string? Kind, int Units, DmarTable? Dmar = null, IvrsTable? Ivrs = null, Sequence<string> Smmus = default)
{
    /// <summary>Where the firmware's words are read.</summary>
    internal static readonly string[] Sources = [AcpiTable.Folder, .. DeviceTreeIommu.Sources];

    /// <summary>The tables describe none.</summary>
    internal static readonly FirmwareIommu None = new(null, 0);

    // Virtio's and RISC-V's tables describe IOMMUs as well; saying that there is none would be wrong.
    private static readonly string[] Foreign = ["VIOT", "RIMT"];

    /// <summary>Looks at the tables once.</summary>
    /// <returns>
    /// Missing if the host shows no tables (no ACPI, or a container hides them); failed if a table is there and cannot be read or believed.
    /// </returns>
    internal static Reading<FirmwareIommu> Of(Host host) => host.Memory.Once("firmware-iommu", () => Look(host));

    /// <summary>Whether a file holds a table of a signature: the kernel numbers the files if there are several.</summary>
    internal static bool IsNamed(string file, string signature) =>
        file.StartsWith(signature, StringComparison.Ordinal) && !file.AsSpan(signature.Length).ContainsAnyExceptInRange('0', '9');

    private static Reading<FirmwareIommu> Look(Host host)
    {
        return host.Root.Names(AcpiTable.Folder) switch
        {
            Got<string[]> { Value: [] } => DeviceTreeIommu.Of(host) ?? new Missing<FirmwareIommu>(AcpiTable.Folder),
            Got<string[]> listing => Choose([.. listing.Value.Select(file => Table(host.Root, file)).OfType<Reading<FirmwareIommu>>()]),
            Missing<string[]> missing => DeviceTreeIommu.Of(host) ?? missing.Then(_ => None),
            var reading => reading.Then(_ => None),
        };
    }

    private static Reading<FirmwareIommu> Choose(Reading<FirmwareIommu>[] tables) =>
        Array.Find(tables, table => table is Got<FirmwareIommu> { Value.Units: > 0 })
        ?? Array.Find(tables, table => table is not Got<FirmwareIommu>)
        ?? new Got<FirmwareIommu>(None, AcpiTable.Folder);

    private static Reading<FirmwareIommu>? Table(HostRoot root, string file) => file switch
    {
        _ when IsNamed(file, "DMAR") => AcpiTable.Read<DmarTable>(root, file, DmarTable.Parse).Then(table => new FirmwareIommu("dmar", table.Units, Dmar: table)),
        _ when IsNamed(file, "IVRS") => AcpiTable.Read<IvrsTable>(root, file, IvrsTable.Parse).Then(table => new FirmwareIommu("ivrs", table.Units, Ivrs: table)),
        _ when IsNamed(file, "IORT") => AcpiTable.Read<IortTable>(root, file, IortTable.Parse).Then(table => new FirmwareIommu("iort", table.Units, Smmus: table.Models)),
        _ when Foreign.Any(signature => IsNamed(file, signature)) =>
            new Failed<FirmwareIommu>(UnknownCause.Unsupported, $"{AcpiTable.Folder}/{file}", "an IOMMU of a kind that is not judged"),
        _ => null,
    };
}
