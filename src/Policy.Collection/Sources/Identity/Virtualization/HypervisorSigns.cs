using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Identity.Dmi;
using Policy.Collection.Sources.Identity.Os;
using Policy.Collection.Sources.Kernel;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Collects what speaks of a hypervisor, in the order in which lscpu(1) asks; what it does not ask comes last.</summary>
internal static class HypervisorSigns
{
    private const string OpenVzFolder = "proc/vz";

    /// <summary>Everything that is read for them, and for the proof that there are none.</summary>
    internal static readonly string[] Sources =
    [
        "cpuid", ".policy/cpuid", CpuInfo.File, .. DmiText.Sources, DeviceTree.Place, "sys/firmware/devicetree/base", XenDomain.Folder, "sys/hypervisor/type",
        "sys/hypervisor/guest_type", "sys/hypervisor/properties/features", PciSigns.Place, PartitionSigns.SystemInformation,
        PartitionSigns.PartitionConfiguration, "proc/iSeries", OpenVzFolder, "proc/bc", VServerContext.Place, .. KernelNames.ReleaseSources, .. MountTable.Sources, "sys/kernel", "sys/class",
    ];

    /// <summary>A host's; the first names the hypervisor.</summary>
    internal static IReadOnlyList<HypervisorSign> Of(Host host) => host.Memory.Once("hypervisor-signs", () => Look(host));

    private static HypervisorSign[] Look(Host host) =>
    [
        .. new[]
        {
            OfSubsystem(host),
            OfSignature(host),
            OfFirmware(host, isKnownToLscpu: true),
            PartitionSigns.OfPower(host),
            OfXen(host),
            PciSigns.Of(host.Root),
            PartitionSigns.OfMainframe(host.Root),
            OfOpenVz(host.Root),
            OfUserMode(host),
            OfVServer(host.Root),
            OfDeviceTree(host),
            OfFirmware(host, isKnownToLscpu: false),
            OfFirmwareBit(host),
            OfBit(host),
        }.OfType<HypervisorSign>(),
    ];

    private static HypervisorSign? OfSubsystem(Host host) =>
        WindowsSubsystem.Version(host) == 1 ? new HypervisorSign("Windows Subsystem for Linux", HypervisorSign.Container, false, WindowsSubsystem.Place) : null;

    private static HypervisorSign? OfSignature(Host host)
    {
        if (HypervisorSignature.Text(host) is not Got<string> text)
        {
            return null;
        }

        var vendor = HypervisorSignature.Hypervisor(host)?.Vendor;
        return (vendor, text.Value) switch
        {
            ("Xen", _) => Xen(host, text.Source),
            (_, HypervisorSignature.Microsoft) => OfMicrosoft(host, text.Source),
            _ => new HypervisorSign(vendor, HypervisorSign.Full, true, text.Source),
        };
    }

    // Where nobody recorded the privileges, the firmware tells.
    private static HypervisorSign OfMicrosoft(Host host, string source)
    {
        bool? isGuest = HypervisorSignature.IsRoot(host) switch
        {
            Got<bool> root => !root.Value,
            _ => VirtualFirmware.Vendor(host) == "Microsoft" ? true : null,
        };
        return new HypervisorSign("Microsoft", isGuest == false ? null : HypervisorSign.Full, isGuest, source);
    }

    private static HypervisorSign? OfFirmware(Host host, bool isKnownToLscpu) => (DmiText.Of(host), VirtualFirmware.Vendor(host)) switch
    {
        (Got<DmiText>, { } vendor) when (vendor is VirtualFirmware.VirtualBox or "Hitachi" or "Parallels") != isKnownToLscpu => null,
        (Got<DmiText> got, "Xen") => Xen(host, got.Source),
        (Got<DmiText> got, { } vendor) => new HypervisorSign(vendor, HypervisorSign.Full, true, got.Source),
        _ => null,
    };

    private static HypervisorSign? OfXen(Host host) => XenDomain.Find(host) is { } source ? Xen(host, source) : null;

    private static HypervisorSign Xen(Host host, string source) => XenDomain.IsControl(host) switch
    {
        true => new HypervisorSign("Xen", null, false, source),
        false => new HypervisorSign("Xen", XenType(host), true, source),
        null => new HypervisorSign("Xen", XenType(host), null, source),
    };

    private static string XenType(Host host) => XenDomain.IsParavirtual(host) ? HypervisorSign.Para : HypervisorSign.Full;

    private static HypervisorSign? OfOpenVz(HostRoot root) => root.Entry(OpenVzFolder) is Got<HostEntry> && root.Entry("proc/bc") is Missing<HostEntry>
        ? new HypervisorSign("Parallels", HypervisorSign.Container, false, OpenVzFolder)
        : null;

    private static HypervisorSign? OfUserMode(Host host) =>
        UserModeKernel.IsIt(host) ? new HypervisorSign("User-mode Linux", HypervisorSign.Para, true, CpuInfo.File) : null;

    private static HypervisorSign? OfVServer(HostRoot root) =>
        VServerContext.Number(root) is null ? null : new HypervisorSign("Linux-VServer", HypervisorSign.Container, false, VServerContext.Place);

    private static HypervisorSign? OfDeviceTree(Host host) =>
        DeviceTree.Of(host) is Got<DeviceTree> { Value.Vendor: { } vendor } got ? new HypervisorSign(vendor, HypervisorSign.Full, true, got.Source) : null;

    private static HypervisorSign? OfFirmwareBit(Host host) =>
        DmiText.Of(host) is Got<DmiText> { Value.IsVirtual: true } got ? new HypervisorSign(null, HypervisorSign.Full, true, got.Source) : null;

    // Under Xen's and Microsoft's control systems the bit is set too; where they show themselves it says no more than they do.
    private static HypervisorSign? OfBit(Host host) =>
        HypervisorSignature.Bit(host) is Got<bool> { Value: true } got && HypervisorSignature.Hypervisor(host) is null && XenDomain.Find(host) is null
            ? new HypervisorSign(null, HypervisorSign.Full, IsSignatureHidden(host) && !XenDomain.WouldShow(host) ? null : true, got.Source)
            : null;

    private static bool IsSignatureHidden(Host host) => HypervisorSignature.Text(host) is Failed<string>;
}
