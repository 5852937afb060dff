using System.Globalization;
using Policy.Collection.Sources.Pci;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>Devices that the IOMMU cannot keep apart.</summary>
/// <param name="Number">The group's number.</param>
/// <param name="Name">The name that some drivers give it.</param>
/// <param name="Type">How it is translated, such as <c>DMA-FQ</c> or <c>identity</c>.</param>
/// <param name="Devices">The names of its devices, such as <c>0000:00:02.0</c>.</param>
internal sealed record IommuGroup(int Number, Reading<string> Name, Reading<string> Type, Reading<string[]> Devices)
{
    private const string Fake = "vfio-noiommu";

    /// <summary>vfio made it up, for a device that no IOMMU guards.</summary>
    internal bool IsFake => Name.Content == Fake;

    /// <summary>An IOMMU's driver made it: it has a way of translation or a PCI device, neither of which a mediated device's group has.</summary>
    internal bool IsReal => !IsFake && (Type.Content is not (null or "" or "unknown") || (Devices.Content?.Any(PciDevices.IsAddress) ?? false));
}

/// <summary>The groups of the running kernel: <c>Documentation/ABI/testing/sysfs-kernel-iommu_groups</c>.</summary>
internal static class IommuGroups
{
    /// <summary>Where the kernel shows them; it has the folder if it was built with IOMMU support.</summary>
    internal const string Folder = "sys/kernel/iommu_groups";

    private static readonly RecordType Group = new(
    [
        new FactField("id", new NumberType(), "The group's number"),
        new FactField("type", new StringType(), "How it is translated: `DMA`, `DMA-FQ`, `identity`, `blocked`"),
        new FactField("name", new StringType(), "The driver's name for it; absent if it has none; `vfio-noiommu` is a group without IOMMU"),
        new FactField("devices", new ListType(new StringType()), "The devices, such as `0000:00:02.0`"),
        new FactField("reserved", new ListType(new StringType()), "The types of its reserved regions, each once: `direct` forbids to give its devices to a guest, `direct-relaxable` and `msi` do not"),
    ]);

    private static readonly FactDescription Groups = FactDescription.Of(
        "iommu.groups",
        new ListType(Group),
        "The groups of devices that the IOMMU cannot keep apart and that go to a guest together. Empty if the kernel uses no IOMMU.",
        Folder);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("iommu-groups", new SingleFact(Groups, Look));

    /// <summary>The groups in the order of their numbers.</summary>
    internal static Reading<Sequence<IommuGroup>> Of(Host host) => host.Memory.Once("iommu-groups", () => host.Root.Names(Folder).Then(names => names
        .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
        .Where(number => number >= 0)
        .Order()
        .Select(number => Read(host.Root, number))
        .ToSequence()));

    private static IommuGroup Read(HostRoot root, int number) => new(
        number,
        root.Value(Path(number, "name")),
        root.Value(Path(number, "type")),
        root.Names(Path(number, "devices")));

    private static Observation Look(Host host) => Of(host).Observe((groups, source) => Answer.Of(groups.Select(group => Describe(host.Root, group)), source));

    private static Observation Describe(HostRoot root, IommuGroup group) => Answer.Of(
        string.Empty,
        ("id", Answer.Of(group.Number)),
        ("type", group.Type.Observe((type, _) => Answer.Of(type))),
        ("name", Name(group)),
        ("devices", group.Devices.Observe((devices, _) => Answer.Of(devices))),
        ("reserved", root.Lines(Path(group.Number, "reserved_regions")).Observe((lines, _) => Answer.Of(lines.Select(RegionType).Where(type => type.Length > 0).Distinct()))));

    // The kernel has the file only for a group with a name; where it shows the devices, it shows the group as it is.
    private static Observation Name(IommuGroup group) => group switch
    {
        { Name: Missing<string>, Devices: Got<string[]> } => new Absent(),
        _ => group.Name.Observe((name, _) => Answer.Of(name)),
    };

    private static string RegionType(string line) => line[(line.LastIndexOf(' ') + 1)..];

    private static string Path(int number, string file) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{number}/{file}");
}
