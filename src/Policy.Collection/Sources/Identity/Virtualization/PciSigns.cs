using System.Collections.Immutable;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Graphics and platform devices that only hypervisors make.</summary>
internal static class PciSigns
{
    /// <summary>The list of all devices.</summary>
    internal const string Place = "proc/bus/pci/devices";

    // Vendor and device in one number, as the kernel prints them.
    private static readonly ImmutableArray<(string Device, string Vendor)> Devices = [("58530001", "Xen"), ("15ad0710", "VMware"), ("80eebeef", "Oracle")];

    /// <summary>The sign, if there is such a device.</summary>
    internal static HypervisorSign? Of(HostRoot root)
    {
        var present = (root.Lines(Place).Content ?? []).Select(line => line.Split('\t')).Where(fields => fields.Length > 1).Select(fields => fields[1]);
        var vendor = Devices.FirstOrDefault(item => present.Contains(item.Device, StringComparer.OrdinalIgnoreCase)).Vendor;
        return vendor is null ? null : new HypervisorSign(vendor, HypervisorSign.Full, true, Place);
    }
}
