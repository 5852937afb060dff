using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Identity.Dmi;

namespace Policy.Collection.Sources.Identity.Virtualization.Words;

/// <summary>The words for hypervisors: Xen, and what is left to KVM and QEMU.</summary>
internal static class HypervisorWords
{
    private const string Xen = "xen";
    private const string Kvm = "kvm";
    private const string Qemu = "qemu";

    /// <summary>The words of a host.</summary>
    internal static IEnumerable<string> Of(Host host)
    {
        var signed = HypervisorSignature.Hypervisor(host)?.Word;
        if (XenDomain.Find(host) is { } source)
        {
            return OfXen(host, source);
        }

        return signed is not (null or Kvm or Qemu or "lkvm") ? [signed]
            : DmiText.Of(host).Content is { } text && FirmwareWords.IsParallels(text) ? []
            : DeviceTree.Of(host).Content?.IsHypervisor("vmware") == true ? ["vmware"]
            : OfKernel(host, signed);
    }

    // The control system says so; of guests a signature with firmware is that of hardware virtualization.
    private static IEnumerable<string> OfXen(Host host, string source) => (XenDomain.IsControl(host), source) switch
    {
        (true, _) => [Xen, "xen-dom0"],
        (false, XenDomain.Folder) => [Xen, "xen-domU"],
        _ when HypervisorSignature.Hypervisor(host)?.Vendor == "Xen" && !XenDomain.IsParavirtual(host) => [Xen, "xen-hvm"],
        (false, _) when host.Root.Names(XenDomain.Folder) is Got<string[]> => [Xen, "xen-domU"],
        _ => [Xen],
    };

    private static IEnumerable<string> OfKernel(Host host, string? signed)
    {
        var text = DmiText.Of(host).Content;
        var tree = DeviceTree.Of(host).Content;
        return true switch
        {
            _ when signed is not null => [signed],
            _ when text is not null && (text.IsProduct("KVM") || text.IsMadeBy("KVM")) => [Kvm],
            _ when text is not null && VirtualFirmware.IsCloud(text) => VirtualFirmware.Vendor(host) is null || !IsKernelBasedCloud(text) ? [] : [Kvm],
            _ when text?.IsMadeBy("QEMU") == true => [Qemu],
            _ when tree?.IsHypervisor("linux,kvm") == true => [Kvm],
            _ when PartitionSigns.IsPartitionPlatform(host) => [],
            _ when tree?.HasFirmwareConfiguration == true => [Qemu],
            _ when tree?.IsDummy == true => ["lkvm"],
            _ when NamesQemu(host) => [Qemu],
            _ => [],
        };
    }

    // Of Google's virtual machines without a signature virt-what does not say what runs them.
    private static bool IsKernelBasedCloud(DmiText text) => text.IsMadeBy("Amazon EC2") || text.IsMadeBy("Alibaba Cloud");

    // Processors that QEMU makes up: QEMU Virtual CPU version 2.5+.
    private static bool NamesQemu(Host host) =>
        CpuInfo.Of(host).Content?.All("model name").Any(name => name.Contains("QEMU", StringComparison.Ordinal)) == true;
}
