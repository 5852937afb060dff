namespace Policy.Tests.Collection.Identity;

public class HostKindTests
{
    private const string Xen = "40000000 0 40000002 566e6558 65584d4d 4d4d566e\n";
    private const string HypervisorBit = "1 0 0 0 80000000 0\n";

    [Fact]
    public void A_folder_with_nothing_in_it_is_unknown()
    {
        using var host = new ForgedHost();

        Assert.Equal("unknown missing-source", Text(host, "host.kind"));
        Assert.Equal("unknown missing-source", Text(host, "virtualization.facts"));
        Assert.Equal("unknown missing-source", Text(host, "virtualization.hypervisor_vendor"));
        Assert.Equal("unknown missing-source", Text(host, "virtualization.type"));
        Assert.Equal("unknown missing-source", Text(host, "virtualization.xen_role"));
    }

    [Fact]
    public void Processors_without_the_flag_are_no_proof_of_bare_metal()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "processor\t: 0\nmicrocode\t: 0x1\nflags\t\t: fpu vmx lm\n");

        Assert.Equal("false", Text(host, "virtualization.hypervisor_bit"));
        Assert.Equal("unknown missing-source", Text(host, "host.kind"));
    }

    [Fact]
    public void Firmware_that_names_a_computer_proves_bare_metal()
    {
        using var host = new ForgedHost().With("sys/class/dmi/id/sys_vendor", "Dell Inc.\n").With("sys/class/dmi/id/product_name", "PowerEdge R640\n");

        Assert.Equal("bare-metal", Text(host, "host.kind"));
        Assert.Equal("[]", Text(host, "virtualization.facts"));
        Assert.Equal("absent", Text(host, "virtualization.type"));
    }

    [Theory]
    [InlineData("fpu vme de pse", "unknown missing-source")]
    [InlineData("fpu vme de pse aperfmperf", "bare-metal")]
    [InlineData("fpu vme de pse\nbugs : spectre_v1", "bare-metal")]
    [InlineData("fpu vme de pse hypervisor\nbugs : spectre_v1", "unknown missing-source")]
    public void Processors_that_may_hide_a_hypervisor_spoil_the_proof_of_the_firmware(string flags, string expected)
    {
        using var host = new ForgedHost().With("sys/class/dmi/id/sys_vendor", "Dell Inc.\n").With("proc/cpuinfo", $"processor : 0\nflags : {flags}\n");

        Assert.Equal(expected, Text(host, "host.kind"));
    }

    [Fact]
    public void A_hypervisor_that_hides_its_name_still_makes_a_virtual_machine()
    {
        using var host = new ForgedHost().With("sys/class/dmi/id/sys_vendor", "Dell Inc.\n").With(".policy/cpuid", HypervisorBit + "40000000 0 0 0 0 0\n");

        Assert.Equal("vm", Text(host, "host.kind"));
        Assert.Equal("unknown unsupported", Text(host, "virtualization.hypervisor_vendor"));
        Assert.Equal("full", Text(host, "virtualization.type"));
    }

    [Theory]
    [InlineData("1", "true", "bare-metal", "absent")]
    [InlineData("0", "false", "vm", "full")]
    public void The_root_partition_of_hyper_v_is_no_virtual_machine(string privileges, string isRoot, string kind, string type)
    {
        using var host = new ForgedHost()
            .With("sys/class/dmi/id/sys_vendor", "LENOVO\n")
            .With(".policy/cpuid", HypervisorBit + VirtWhatRoot.Leaf(0x40000000, "Microsoft Hv") + $"40000003 0 0 {privileges} 0 0\n");

        Assert.Equal(isRoot, Text(host, "virtualization.hyperv_root"));
        Assert.Equal(kind, Text(host, "host.kind"));
        Assert.Equal(type, Text(host, "virtualization.type"));
        Assert.Equal("Microsoft", Text(host, "virtualization.hypervisor_vendor"));
    }

    [Fact]
    public void Kvm_behind_the_interface_of_hyper_v_is_kvm()
    {
        using var host = new ForgedHost()
            .With(".policy/cpuid", HypervisorBit + VirtWhatRoot.Leaf(0x40000000, "Microsoft Hv") + VirtWhatRoot.Leaf(0x40000100, "KVMKVMKVM"));

        Assert.Equal("KVMKVMKVM", Text(host, "virtualization.signature"));
        Assert.Equal("KVM", Text(host, "virtualization.hypervisor_vendor"));
        Assert.Equal("[kvm]", Text(host, "virtualization.facts"));
        Assert.Equal("false", Text(host, "virtualization.hyperv_root"));
    }

    [Fact]
    public void A_processor_that_repeats_another_leaf_has_no_signature()
    {
        using var host = new ForgedHost().With(".policy/cpuid", "1 0 0 0 0 0\n40000000 0 7 40 0 0\n");

        Assert.Equal("absent", Text(host, "virtualization.signature"));
    }

    [Theory]
    [InlineData("00000b23", "dom0", "bare-metal", "absent", "[xen, xen-dom0]")]
    [InlineData("00000323", "domu", "vm", "para", "[xen]")]
    [InlineData("00000200", "domu", "vm", "full", "[xen, xen-hvm]")]
    public void Xen_says_who_controls_the_machine(string features, string role, string kind, string type, string words)
    {
        using var host = new ForgedHost()
            .With("sys/class/dmi/id/sys_vendor", "HPE\n")
            .With("sys/hypervisor/type", "xen\n")
            .With("sys/hypervisor/properties/features", features)
            .With(".policy/cpuid", HypervisorBit + Xen);

        Assert.Equal(role, Text(host, "virtualization.xen_role"));
        Assert.Equal(kind, Text(host, "host.kind"));
        Assert.Equal(type, Text(host, "virtualization.type"));
        Assert.Equal(words, Text(host, "virtualization.facts"));
    }

    [Fact]
    public void Xen_without_a_role_leaves_the_kind_open()
    {
        using var host = new ForgedHost().With("sys/class/dmi/id/sys_vendor", "HPE\n").With("sys/hypervisor/type", "xen\n");

        Assert.Equal("unknown missing-source", Text(host, "virtualization.xen_role"));
        Assert.Equal("unknown missing-source", Text(host, "host.kind"));
        Assert.Equal("Xen", Text(host, "virtualization.hypervisor_vendor"));
    }

    [Theory]
    [InlineData("c5.metal", "bare-metal", "[aws]")]
    [InlineData("m7g.large", "vm", "[aws, kvm]")]
    public void A_cloud_rents_computers_under_the_name_of_its_virtual_machines(string product, string kind, string words)
    {
        using var host = new ForgedHost()
            .With("sys/class/dmi/id/sys_vendor", "Amazon EC2\n")
            .With("sys/class/dmi/id/bios_vendor", "Amazon EC2\n")
            .With("sys/class/dmi/id/product_name", product);

        Assert.Equal(kind, Text(host, "host.kind"));
        Assert.Equal(words, Text(host, "virtualization.facts"));
    }

    [Theory]
    [InlineData("Vultr", "VC2", "", "vm", "KVM")]
    [InlineData("Scaleway", "SCW-AMP2-M4", "", "vm", "KVM")]
    [InlineData("Tencent Cloud", "CVM", "", "vm", "KVM")]
    [InlineData("Red Hat", "RHEL-8.6.0 PC (Q35 + ICH9, 2009)", "", "vm", "KVM")]
    [InlineData("Example Cloud", "Flavour 2", "SeaBIOS", "vm", "QEMU")]
    [InlineData("Example Cloud", "Flavour 2", "EFI Development Kit II / OVMF", "vm", "QEMU")]
    [InlineData("Example Cloud", "Flavour 2", "Ubuntu distribution of EDK II", "vm", "QEMU")]
    [InlineData("Cloud Hypervisor", "cloud-hypervisor", "", "vm", "Cloud Hypervisor")]
    [InlineData("Raspberry Pi Foundation", "Raspberry Pi 4 Model B", "EDK II", "bare-metal", "absent")]
    [InlineData("Hetzner", "", "", "bare-metal", "absent")]
    public void Firmware_of_clouds_is_told_from_that_of_computers(string maker, string product, string firmware, string kind, string vendor)
    {
        using var host = new ForgedHost()
            .With("sys/class/dmi/id/sys_vendor", maker)
            .With("sys/class/dmi/id/product_name", product)
            .With("sys/class/dmi/id/bios_vendor", firmware);

        Assert.Equal(kind, Text(host, "host.kind"));
        Assert.Equal(vendor, Text(host, "virtualization.hypervisor_vendor"));
    }

    [Fact]
    public void The_bit_of_the_firmware_makes_a_virtual_machine()
    {
        var bios = new byte[0x18];
        (bios[1], bios[0x13]) = (0x18, 0x10);
        using var host = new ForgedHost().With("sys/class/dmi/id/sys_vendor", "Example\n").With("sys/firmware/dmi/entries/0-0/raw", bios);

        Assert.Equal("vm", Text(host, "host.kind"));
    }

    [Theory]
    [InlineData("4.4.0-19041-Microsoft", "1", "Windows Subsystem for Linux")]
    [InlineData("5.15.90.1-microsoft-standard-WSL2", "2", "unknown missing-source")]
    public void The_subsystem_of_windows_is_a_container(string release, string version, string vendor)
    {
        using var host = new ForgedHost().With("proc/sys/kernel/osrelease", release);

        Assert.Equal(version, Text(host, "virtualization.wsl"));
        Assert.Equal("container", Text(host, "host.kind"));
        Assert.Equal("wsl", Text(host, "host.container_runtime"));
        Assert.Equal(vendor, Text(host, "virtualization.hypervisor_vendor"));
        Assert.Equal("container", Text(host, "virtualization.type"));
    }

    [Fact]
    public void A_board_with_a_device_tree_is_bare_metal()
    {
        using var host = new ForgedHost().With("proc/device-tree/compatible", "raspberrypi,4-model-b\0brcm,bcm2711\0");

        Assert.Equal("bare-metal", Text(host, "host.kind"));
        Assert.Equal("[]", Text(host, "virtualization.facts"));
    }

    [Theory]
    [InlineData("proc/device-tree/hypervisor/compatible", "linux,kvm\0", "KVM")]
    [InlineData("proc/device-tree/hypervisor/compatible", "vmware\0", "VMware")]
    [InlineData("proc/device-tree/fw-cfg@9020000/compatible", "qemu,fw-cfg-mmio\0", "KVM")]
    public void A_device_tree_names_the_hypervisor(string path, string text, string vendor)
    {
        using var host = new ForgedHost().With("proc/device-tree/compatible", "linux,dummy-virt\0").With(path, text);

        Assert.Equal("vm", Text(host, "host.kind"));
        Assert.Equal(vendor, Text(host, "virtualization.hypervisor_vendor"));
    }

    private static string Text(ForgedHost host, string fact) => Observed.Text(host.Look(fact));
}
