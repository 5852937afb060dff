namespace Policy.Collection.Sources.Identity;

/// <summary>The hypervisors and clouds that name themselves in the firmware's tables.</summary>
/// <remarks>A vendor alone proves nothing: Microsoft, Google, Oracle, Nutanix, Huawei and Amazon also make physical machines.</remarks>
internal static class DmiHypervisors
{
    private const string Vendor = "sys_vendor";
    private const string Product = "product_name";
    private const string Bios = "bios_vendor";

    private static readonly (Func<DmiFields, bool> Fits, string Vendor, string? Fact)[] Machines =
    [
        (dmi => dmi.Starts(Bios, "Parallels") || dmi.Starts(Product, "Parallels Virtual"), "Parallels", "parallels"),
        (dmi => dmi.Starts(Vendor, "innotek GmbH") || dmi[Product] == "VirtualBox", "Innotek GmbH", "virtualbox"),
        (dmi => dmi.Starts(Vendor, "VMware") || dmi.Starts(Product, "VMware Virtual"), "VMware", "vmware"),
        (dmi => IsMicrosoft(dmi) && dmi.Starts("product_version", "Hyper-V"), "Microsoft", "hyperv"),
        (dmi => IsMicrosoft(dmi), "Microsoft", "virtualpc"),
        (dmi => dmi[Bios] == "BHYVE" || dmi[Product] == "BHYVE", "bhyve", "bhyve"),
        (dmi => dmi[Product] == "HVM domU" || dmi[Vendor] == "Xen", "Xen", "xen"),
        (dmi => dmi[Product] == "AHV" && dmi[Vendor] == "Nutanix", "KVM", "kvm"),
        (dmi => dmi[Product] is "KVM" or "RHEV Hypervisor" or "Google Compute Engine" or "KubeVirt" || dmi[Vendor] is "KVM" or "oVirt" or "KubeVirt", "KVM", "kvm"),
        (dmi => dmi[Vendor] is "Amazon EC2" or "Alibaba Cloud" && dmi.IsVirtual == true && dmi[Bios] != "Xen", "KVM", "kvm"),
        (dmi => dmi[Vendor].Contains("HITACHI", StringComparison.Ordinal) && dmi[Product].Contains(" LPAR", StringComparison.Ordinal), "Hitachi", "virtage"),
        (dmi => dmi.Starts(Vendor, "Apple") && dmi[Product].Contains("Virtualization", StringComparison.Ordinal), "Apple", null),
    ];

    private static readonly (Func<DmiFields, bool> Fits, string Fact)[] Clouds =
    [
        (dmi => dmi.Starts(Vendor, "Alibaba"), "alibaba_cloud"),
        (dmi => dmi[Bios] == "Amazon EC2" || dmi["bios_version"].EndsWith(".amazon", StringComparison.Ordinal), "aws"),
        (dmi => dmi[Product] == "Google Compute Engine", "google_cloud"),
        (dmi => dmi[Vendor] == "Nutanix" && dmi[Product] == "AHV", "nutanix_ahv"),
        (dmi => dmi[Vendor] == "oVirt", "ovirt"),
        (dmi => dmi[Product] == "RHEV Hypervisor", "rhev"),
        (dmi => dmi[Vendor] == "Red Hat" || dmi["chassis_vendor"] == "Red Hat" || dmi["board_vendor"] == "Red Hat", "redhat"),
        (dmi => dmi[Vendor] == "UpCloud", "upcloud"),
    ];

    /// <summary>The hypervisor's vendor in lscpu's spelling and its fact; null if the tables name no hypervisor for sure.</summary>
    internal static (string Vendor, string? Fact)? Machine(DmiFields dmi)
    {
        var found = Array.Find(Machines, machine => machine.Fits(dmi));
        return found.Fits is null ? null : (found.Vendor, found.Fact);
    }

    /// <summary>The facts about clouds and distributors of virtual machines.</summary>
    internal static IEnumerable<string> CloudFacts(DmiFields dmi) => Clouds.Where(cloud => cloud.Fits(dmi)).Select(cloud => cloud.Fact);

    /// <summary>Whether QEMU's machine is named, with KVM below it or without.</summary>
    internal static bool IsQemu(DmiFields dmi) => dmi[Vendor] is "QEMU" or "Bochs" || dmi.Starts(Product, "Standard PC (") || dmi["chassis_vendor"] == "QEMU";

    /// <summary>Whether the tables prove a virtual machine, of whatever hypervisor.</summary>
    internal static bool IsVirtual(DmiFields dmi) =>
        dmi.IsVirtual == true || Machine(dmi) is not null || IsQemu(dmi) || dmi.Starts(Product, "OpenStack ") || dmi[Product] is "SmartDC HVM" or "Droplet" or "vServer"
        || (dmi.Starts(Vendor, "Alibaba") && dmi["product_version"].StartsWith("pc-", StringComparison.Ordinal));

    private static bool IsMicrosoft(DmiFields dmi) => dmi.Starts(Vendor, "Microsoft") && dmi[Product] == "Virtual Machine";
}
