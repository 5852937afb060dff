using Policy.Collection.Sources.Iommu.Acpi;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Collection.Sources.Pci;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>Whether the kernel uses an IOMMU, and how it behaves.</summary>
internal static class ActiveSource
{
    /// <summary>Where the kernel shows the units that it uses, since Linux 3.17.</summary>
    internal const string Units = "sys/class/iommu";

    private const string Kernel = "sys/kernel";

    private static readonly FactDescription Active = FactDescription.Of(
        "iommu.active",
        new BooleanType(),
        "The kernel uses an IOMMU: there are groups of devices that are not vfio's make-believe ones. The firmware offering one is `iommu.firmware`.",
        [IommuGroups.Folder, Units, PciDevices.Folder, Kernel, .. IommuLog.Sources]);

    private static readonly FactDescription Inconsistent = FactDescription.Of(
        "iommu.inconsistent",
        new ListType(new StringType()),
        "The features in which Intel's units differ and which the kernel therefore uses nowhere, such as `pass_through`, by the kernel's "
            + "log, where Linux before 5.18 does not say it. Absent if the firmware describes no Intel units.",
        [.. FirmwareIommu.Sources, .. IommuLog.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "iommu-active",
        new SingleFact(Active, LookAtActive),
        new SingleFact(Inconsistent, LookAtInconsistent));

    private static Observation LookAtActive(Host host) => IommuGroups.Of(host) switch
    {
        Got<Sequence<IommuGroup>> groups => FromGroups(host, groups.Value),
        _ => FromUnits(host),
    };

    private static Observation FromGroups(Host host, Sequence<IommuGroup> groups)
    {
        if (groups.Any(group => group.IsReal))
        {
            return Answer.Of(true, IommuGroups.Folder);
        }

        return groups.All(group => group.IsFake) || HasNoUnits(host)
            ? Answer.Of(false, IommuGroups.Folder)
            : new Unknown(UnknownCause.MissingSource, $"{IommuGroups.Folder}: what the groups hold is not shown");
    }

    private static Observation FromUnits(Host host)
    {
        if (HasNoUnits(host))
        {
            return Answer.Of(false, Units);
        }

        if (PciDevices.BehindIommu(host.Root) is { } device)
        {
            return Answer.Of(true, device);
        }

        return IommuLog.Of(host) switch
        {
            Got<IommuLog> { Value.IsActive: true } log => Answer.Of(true, log.Source),
            _ when IsWithoutSupport(host.Root) => Answer.Of(false, Kernel),
            _ => IommuGroups.Of(host).Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        };
    }

    private static bool HasNoUnits(Host host) => host.Root.Names(Units) is Got<string[]> { Value.Length: 0 };

    // Every kernel has uevent_seqnum: where it is shown and the groups are not, the kernel has no CONFIG_IOMMU_API.
    private static bool IsWithoutSupport(HostRoot root) =>
        root.Names(Kernel) is Got<string[]> names && names.Value.Contains("uevent_seqnum") && !names.Value.Contains("iommu_groups");

    private static Observation LookAtInconsistent(Host host) => FirmwareIommu.Of(host) switch
    {
        Got<FirmwareIommu> { Value.Dmar: null } firmware => new Absent(firmware.Source),
        _ => IommuLog.Of(host).Observe((log, source) => log.Dmar.Inconsistent is { } features
            ? Answer.Of(features, source)
            : new Unknown(UnknownCause.MissingSource, $"{source}: the start of Intel's driver is not in it")),
    };
}
