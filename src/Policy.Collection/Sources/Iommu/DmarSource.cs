using Policy.Collection.Sources.Iommu.Acpi;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>What stands at the head of Intel's table, from its bytes or from what the driver printed of it.</summary>
internal static class DmarSource
{
    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "dmar-table",
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
            FromDmar(table => Answer.Of(table.DmaOptIn), log => log.Dmar.DmaOptIn ? Answer.Of(true) : null)));

    /// <summary>A fact of Intel's table.</summary>
    internal static SingleFact Of(string path, FactType type, string describe, Func<Host, Observation> look) => new(
        FactDescription.Of(path, type, $"{describe} Absent if the firmware has no such table.", [.. FirmwareIommu.Sources, .. IommuLog.Sources]) with { Privilege = FactPrivilege.Root },
        look);

    /// <summary>Looks at the table, or where it may not be read at what the driver printed of it.</summary>
    /// <param name="fromTable">What the table says.</param>
    /// <param name="fromLog">What the log says; null if it does not.</param>
    internal static Func<Host, Observation> FromDmar(Func<DmarTable, Observation> fromTable, Func<IommuLog, Observation?> fromLog) => host => FirmwareIommu.Of(host) switch
    {
        Got<FirmwareIommu> { Value.Dmar: { } table } firmware => WithSource(fromTable(table), firmware.Source),
        Got<FirmwareIommu> firmware => new Absent(firmware.Source),
        var reading => FromLog(host, reading, fromLog) ?? reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    private static Observation? FromLog(Host host, Reading<FirmwareIommu> reading, Func<IommuLog, Observation?> fromLog) =>
        reading is not Failed<FirmwareIommu> { Cause: UnknownCause.Malformed } && IommuLog.Of(host) is Got<IommuLog> log && fromLog(log.Value) is { } observation
            ? WithSource(observation, log.Source)
            : null;

    private static Observation WithSource(Observation observation, string source) => observation is Present present ? present with { Source = source } : observation;
}
