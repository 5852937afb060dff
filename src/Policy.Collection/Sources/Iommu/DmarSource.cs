using Policy.Collection.Sources.Iommu.Acpi;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>What stands in Intel's and AMD's tables, from their bytes or from what the driver printed of them.</summary>
internal static class DmarSource
{
    private const string Dmar = $"{AcpiTable.Folder}/DMAR";
    private const string Ivrs = $"{AcpiTable.Folder}/IVRS";
    private const string Log = "var/log/dmesg";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "iommu-tables",
        Of(
            "dmar.host_address_width",
            new NumberType(),
            "Bits of the addresses that devices reach by DMA, by Intel's DMAR table.",
            FromDmar(table => Answer.Of(table.HostAddressWidth), log => log.Dmar.HostAddressWidth is { } bits ? Answer.Of(bits) : null)),
        Of(
            "dmar.interrupt_remapping",
            new BooleanType(),
            "The firmware supports interrupt remapping: bit 0 of the DMAR table's flags.",
            FromDmar(table => Answer.Of(table.InterruptRemapping), _ => null)),
        Of(
            "dmar.x2apic_opt_out",
            new BooleanType(),
            "The firmware asks the system not to use x2APIC: bit 1 of the DMAR table's flags. Interrupts are then remapped in xAPIC mode.",
            FromDmar(table => Answer.Of(table.X2apicOptOut), log => log.Dmar.X2apicOptOut ? Answer.Of(true) : null)),
        Of(
            "dmar.dma_opt_in",
            new BooleanType(),
            "The firmware protected itself from DMA and asks the system to go on: bit 2 of the DMAR table's flags.",
            FromDmar(table => Answer.Of(table.DmaOptIn), log => log.Dmar.DmaOptIn ? Answer.Of(true) : null)),
        Of(
            "dmar.reserved_regions",
            new ListType(Region),
            "Memory that devices must keep reaching (RMRR). A device with such a region, other than USB and graphics, cannot be given to a guest.",
            FromDmar(table => Regions(table.ReservedRegions), log => log.Dmar.ReservedRegions is { } regions ? Regions(regions) : null)),
        new SingleFact(
            Describe("ivrs.dma_remap", new BooleanType(), "The firmware protected itself from DMA and asks the system to go on: bit 1 of the IVRS table's IVinfo.", Ivrs),
            FromIvrs));

    private static RecordType Region => new([new FactField("base", new NumberType(), "The first address"), new FactField("end", new NumberType(), "The last address")]);

    private static SingleFact Of(string path, FactType type, string describe, Func<Host, Observation> look) => new(Describe(path, type, describe, Dmar, Log), look);

    private static FactDescription Describe(string path, FactType type, string describe, params ReadOnlySpan<string> sources) =>
        FactDescription.Of(path, type, $"{describe} Absent if the firmware has no such table.", sources) with { Privilege = FactPrivilege.Root };

    private static Func<Host, Observation> FromDmar(Func<DmarTable, Observation> fromTable, Func<IommuLog, Observation?> fromLog) => host => FirmwareIommu.Of(host) switch
    {
        Got<FirmwareIommu> { Value.Dmar: { } table } firmware => WithSource(fromTable(table), firmware.Source),
        Got<FirmwareIommu> firmware => new Absent(firmware.Source),
        var reading => FromLog(host, reading, fromLog) ?? reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    private static Observation? FromLog(Host host, Reading<FirmwareIommu> reading, Func<IommuLog, Observation?> fromLog) =>
        reading is not Failed<FirmwareIommu> { Cause: UnknownCause.Malformed } && IommuLog.Of(host) is Got<IommuLog> log && fromLog(log.Value) is { } observation
            ? WithSource(observation, log.Source)
            : null;

    private static Observation FromIvrs(Host host) => FirmwareIommu.Of(host).Observe((firmware, source) =>
        firmware.Ivrs is { } table ? Answer.Of(table.DmaRemap, source) : new Absent(source));

    private static Observation Regions(IEnumerable<ReservedRegion> regions) =>
        Answer.Of(regions.Select(region => Answer.Of(string.Empty, ("base", Answer.Of(region.Base)), ("end", Answer.Of(region.End)))));

    private static Observation WithSource(Observation observation, string source) => observation is Present present ? present with { Source = source } : observation;
}
