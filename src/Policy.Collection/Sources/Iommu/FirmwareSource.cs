using Policy.Collection.Sources.Iommu.Acpi;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>What the firmware says about the host's IOMMU.</summary>
internal static class FirmwareSource
{
    private const string Tables = AcpiTable.Folder;

    private static readonly FactDescription TableNames = FactDescription.Of(
        "acpi.tables",
        new ListType(new StringType()),
        "The names of the firmware's ACPI tables. A name proves no content: see `iommu.firmware`.",
        Tables);

    private static readonly FactDescription Kind = FactDescription.Of(
        "iommu.firmware",
        new StringType(["dmar", "ivrs", "iort", "device-tree"]),
        "The ACPI table by which the firmware describes an IOMMU: Intel's DMAR, AMD's IVRS, ARM's IORT with an SMMU; `device-tree` where a tree does it. "
            + "Absent if the tables, or the tree of an ARM or RISC-V machine, can be read and none does: there is no IOMMU, or it is switched off in the firmware.",
        [.. FirmwareIommu.Sources, .. IommuLog.Sources]) with
    { Privilege = FactPrivilege.Root };

    private static readonly FactDescription Units = FactDescription.Of(
        "iommu.units",
        new NumberType(),
        "How many IOMMUs the host has: those that the firmware's table describes, else those that the kernel uses or found. Absent if the firmware describes none.",
        [.. FirmwareIommu.Sources, ActiveSource.Units, .. IommuLog.Sources]) with
    { Privilege = FactPrivilege.Root };

    private static readonly FactDescription Smmus = FactDescription.Of(
        "iommu.smmu",
        new ListType(new StringType(["v1", "v2", "v3", "other"])),
        "The versions of ARM's IOMMUs that the IORT or the device tree describes, one for each. An empty list: the IOMMU is another maker's. "
            + "Absent: the firmware describes no IOMMU.",
        FirmwareIommu.Sources) with
    { Privilege = FactPrivilege.Root };

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "iommu-firmware",
        new SingleFact(TableNames, LookAtNames),
        new SingleFact(Kind, LookAtKind),
        new SingleFact(Units, LookAtUnits),
        new SingleFact(Smmus, host => FirmwareIommu.Of(host).Observe((firmware, source) =>
            firmware.Kind is null ? new Absent(source) : Answer.Of(firmware.Smmus, source))));

    private static Observation LookAtNames(Host host) => host.Root.Names(Tables).Observe((names, source) =>
        names.Length == 0 ? new Unknown(UnknownCause.MissingSource, source) : Answer.Of(names.Where(name => name is not ("data" or "dynamic")), source));

    private static Observation LookAtKind(Host host) => FirmwareIommu.Of(host) switch
    {
        Got<FirmwareIommu> { Value.Kind: { } kind } firmware => Answer.Of(kind, firmware.Source),
        Got<FirmwareIommu> firmware => new Absent(firmware.Source),
        var reading => LogKind(host, reading) ?? reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    // A table that cannot be believed stays so, whatever the log says of it.
    private static Observation? LogKind(Host host, Reading<FirmwareIommu> reading) =>
        reading is not Failed<FirmwareIommu> { Cause: UnknownCause.Malformed } && IommuLog.Of(host) is Got<IommuLog> { Value.Kind: { } kind } log
            ? Answer.Of(kind, log.Source)
            : null;

    private static Observation LookAtUnits(Host host) => FirmwareIommu.Of(host) switch
    {
        Got<FirmwareIommu> { Value.Kind: not null } firmware => Answer.Of(firmware.Value.Units, firmware.Source),
        var reading when UnitFolder(host) is { } units => units,
        Got<FirmwareIommu> firmware => new Absent(firmware.Source),
        _ when IommuLog.Of(host) is Got<IommuLog> { Value.Units: { } units } log => Answer.Of(units, log.Source),
        var reading => reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    // An empty folder says that the kernel uses none, not that there is none.
    private static Observation? UnitFolder(Host host) =>
        host.Root.Names(ActiveSource.Units) is Got<string[]> { Value.Length: > 0 } units ? Answer.Of(units.Value.Length, units.Source) : null;
}
