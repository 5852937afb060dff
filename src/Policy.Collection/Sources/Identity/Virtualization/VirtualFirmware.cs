using System.Collections.Immutable;
using Policy.Collection.Sources.Identity.Dmi;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Tells the firmware of virtual machines from that of computers of the same makers.</summary>
internal static class VirtualFirmware
{
    /// <summary>The name under which lscpu(1) knows VirtualBox by its firmware.</summary>
    internal const string VirtualBox = "Innotek GmbH";

    private const string MetalName = ".metal";

    // What distributions of KVM write as maker or product.
    private static readonly string[] KernelBased = ["KVM", "RHEV Hypervisor", "oVirt", "OpenStack", "KubeVirt", "Red Hat", "CloudStack KVM", "SmartDC HVM"];

    // Clouds of KVM; an empty product stands for all of them.
    private static readonly ImmutableArray<(string Vendor, string Product)> KernelBasedClouds =
    [
        ("DigitalOcean", "Droplet"), ("Exoscale", ""), ("Hetzner", "vServer"), ("Linode", "Compute Instance"), ("Scaleway", ""), ("Tencent Cloud", "CVM"),
        ("UpCloud", ""), ("Vultr", ""),
    ];

    // Texts that no computer has; a vendor alone stands here only if it makes no computers.
    private static readonly ImmutableArray<(string Vendor, Func<DmiText, bool> IsIt)> Makers =
    [
        (VirtualBox, text => text["sys_vendor"] == "innotek GmbH" || text.IsProduct("VirtualBox")),
        ("Hitachi", IsVirtage),
        ("Parallels", text => text["bios_vendor"].StartsWith("Parallels", StringComparison.Ordinal) || text.IsMadeBy("Parallels")),
        ("VMware", text => text.IsMadeBy("VMware") || text.IsProduct("VMware") || text["bios_version"].StartsWith("VMW", StringComparison.Ordinal)),
        ("Microsoft", text => text["sys_vendor"] == "Microsoft Corporation" && text["product_name"] == "Virtual Machine"),
        ("Xen", text => text["sys_vendor"] == "Xen" || text["product_name"] == "HVM domU"),
        ("bhyve", text => text["bios_vendor"] == "BHYVE" || text["product_name"] is "BHYVE" or "OxVM"),
        ("Apple", text => text.IsProduct("Apple Virtualization")),
        ("KVM", IsKernelBased),
        ("Cloud Hypervisor", text => text.IsMadeBy("Cloud Hypervisor")),
        ("crosvm", text => text.IsProduct("crosvm")),
        ("QEMU", text => text.IsMadeBy("QEMU") || text["sys_vendor"] == "Bochs" || text["bios_vendor"] == "Bochs" || IsOfEmulator(text["bios_vendor"])),
    ];

    /// <summary>Whose virtual machine it is, as lscpu(1) would name it; null if the firmware is not known as that of one.</summary>
    /// <remarks>Clouds rent out whole computers with the same names as virtual machines: there the processors decide, else the name.</remarks>
    internal static string? Vendor(Host host) => DmiText.Of(host).Content is not { } text
        ? null
        : Makers.FirstOrDefault(maker => maker.IsIt(text)).Vendor ?? (IsCloud(text) && IsGuest(host, text) ? "KVM" : null);

    /// <summary>Whether it is a partition of Hitachi's Virtage.</summary>
    internal static bool IsVirtage(DmiText text) =>
        text["sys_vendor"].Contains("HITACHI", StringComparison.Ordinal) && text["product_name"].Contains(" LPAR", StringComparison.Ordinal);

    /// <summary>Whether a cloud has the name, that of its virtual machines and of its computers.</summary>
    internal static bool IsCloud(DmiText text) =>
        text.IsMadeBy("Amazon EC2") || text["bios_vendor"] == "Amazon EC2" || text.IsMadeBy("Alibaba Cloud") || text["product_name"] == "Google Compute Engine";

    private static bool IsGuest(Host host, DmiText text) =>
        text.IsVirtual == true
        || (!text["product_name"].Contains(MetalName, StringComparison.Ordinal) && HypervisorSignature.Bit(host) is not Got<bool> { Value: false });

    private static bool IsKernelBased(DmiText text) =>
        Array.Exists(KernelBased, name => text.IsProduct(name) || text.IsMadeBy(name))
        || (text.IsMadeBy("Nutanix") && text.IsProduct("AHV"))
        || KernelBasedClouds.Any(cloud => text["sys_vendor"] == cloud.Vendor && (cloud.Product.Length == 0 || text["product_name"] == cloud.Product));

    // Of a cloud that gives its machines a name of its own the firmware is still QEMU's. Boards have their own builds of EDK II.
    private static bool IsOfEmulator(string maker) =>
        maker == "SeaBIOS" || maker.Contains("OVMF", StringComparison.Ordinal) || maker.EndsWith("distribution of EDK II", StringComparison.Ordinal);
}
