namespace Policy.Tests.Collection.Iommu;

public class IommuLogTests
{
    private const string Amd = """
        [    0.000000] Linux version 6.8.0 (builder@host)
        [    0.010000] ACPI: IVRS 0x00000000CA1A3000 0000D0 (v02 AMD    AmdTable 00000001 AMD  00000001)
        [    0.700000] pci 0000:00:00.2: AMD-Vi: IOMMU performance counters supported
        [    0.710000] pci 0000:00:01.0: Adding to iommu group 0
        [    0.720000] pci 0000:00:00.2: AMD-Vi: Found IOMMU cap 0x40
        [    0.721000] pci 0000:20:00.2: AMD-Vi: Found IOMMU cap 0x40
        [    0.722000] AMD-Vi: Extended features (0x58f77ef22294a5a, 0x0): PPR NX GT IA PC GA_vAPIC
        [    0.723000] AMD-Vi: Interrupt remapping enabled
        [    0.724000] AMD-Vi: X2APIC enabled
        [    0.725000] AMD-Vi: Virtual APIC enabled
        """;

    [Fact]
    public void Amds_driver_proves_its_units_and_its_interrupts()
    {
        using var host = new ForgedHost().With("var/log/dmesg", Amd);

        var answers = Answers(host);

        Assert.Equal("ivrs 2 true true x2apic", answers);
    }

    [Fact]
    public void A_log_that_begins_among_amds_lines_does_not_count_units()
    {
        using var host = new ForgedHost().With("var/log/dmesg", Amd[Amd.IndexOf("[    0.721000]", StringComparison.Ordinal)..]);

        var answers = Answers(host);

        Assert.Equal("ivrs unknown missing-source true true x2apic", answers);
    }

    [Fact]
    public void Amds_interrupts_without_x2apic_are_in_xapic_mode()
    {
        using var host = new ForgedHost().With("var/log/dmesg", "[ 1.0] x\n[ 1.1] AMD-Vi: Found IOMMU at 0000:00:00.2 cap 0x40\n[ 1.2] AMD-Vi: Interrupt remapping enabled\n[ 1.3] AMD-Vi: Lazy IO/TLB flushing enabled\n");

        var answers = Answers(host);

        Assert.Equal("ivrs 1 true true xapic", answers);
    }

    [Fact]
    public void Advice_that_names_the_iommu_proves_nothing()
    {
        using var host = new ForgedHost().With("var/log/dmesg", """
            [    0.000000] AGP: Please enable the IOMMU option in the BIOS setup
            [    0.000000] Kernel command line: intel_iommu=on DMAR: Host address width 39
            [    0.100000] usb 1-1: Product: DMAR: DRHD base: 0x000000fed90000 flags: 0x0
            [    0.200000] ACPI: DMAR 0x00000000DAE978A8 0000B8 (v01 INTEL BDW 00000001 INTL 00000001)
            [    0.300000] iommu: Default domain type: Translated
            [    0.400000] AMD-Vi: AMD IOMMUv2 functionality not available on this system
            """);

        var answers = Answers(host);

        Assert.Equal("unknown missing-source unknown missing-source unknown missing-source unknown missing-source unknown missing-source", answers);
    }

    [Fact]
    public void The_switch_alone_does_not_make_an_iommu_active()
    {
        using var host = new ForgedHost().With("var/log/dmesg", "[    0.044440] DMAR: IOMMU enabled\n");

        var active = host.Look("iommu.active");

        Assert.Equal("unknown missing-source", Observed.Text(active));
    }

    [Fact]
    public void Lines_of_old_kernels_are_understood()
    {
        using var host = new ForgedHost().With("var/log/dmesg", """
            [    0.100000] dmar: Host address width 46
            [    0.100001] dmar: DRHD base: 0x000000fbffc000 flags: 0x1
            [    0.200000] Enabled IRQ remapping in x2apic mode
            [    0.300000] PCI-DMA: Intel(R) Virtualization Technology for Directed I/O
            """);

        var answers = Answers(host);

        Assert.Equal("dmar 1 true true x2apic", answers);
    }

    [Fact]
    public void The_caller_in_a_line_does_not_hide_the_message()
    {
        using var host = new ForgedHost().With("var/log/dmesg", "<6>[    0.100000][    T0] DMAR: Host address width 46\n<4>[    0.2][    C1] DMAR-IR: Failed to enable irq remapping. You are vulnerable to irq-injection attacks.\n");

        var answers = Answers(host);

        Assert.Equal("dmar unknown missing-source unknown missing-source false absent", answers);
    }

    [Fact]
    public void A_log_cut_off_among_the_units_does_not_count_them()
    {
        using var host = new ForgedHost().With("var/log/dmesg", "[ 0.1] DMAR: DRHD base: 0x000000fed91000 flags: 0x1\n[ 0.2] DMAR: RMRR base: 0x000000dbe69000 end: 0x000000dbe78fff\n[ 0.3] DMAR: Intel(R) Virtualization Technology for Directed I/O\n");

        var answers = (Observed.Text(host.Look("iommu.units")), Observed.Text(host.Look("dmar.reserved_regions")), Observed.Text(host.Look("iommu.inconsistent")));

        Assert.Equal(("unknown missing-source", "unknown missing-source", "unknown missing-source"), answers);
    }

    [Fact]
    public void An_smmu_of_the_firmware_is_told_from_one_of_a_device_tree()
    {
        using var firmware = new ForgedHost().With("var/log/dmesg", "[ 1.0] arm-smmu-v3 arm-smmu-v3.0.auto: ias 48-bit, oas 48-bit (features 0x00001fff)\n");
        using var tree = new ForgedHost().With("var/log/dmesg", "[ 1.0] arm-smmu-v3 2b400000.iommu: ias 48-bit, oas 48-bit (features 0x00001fff)\n");

        var answers = (Observed.Text(firmware.Look("iommu.firmware")), Observed.Text(tree.Look("iommu.firmware")));

        Assert.Equal(("iort", "unknown missing-source"), answers);
    }

    [Fact]
    public void The_log_does_not_mend_a_broken_table()
    {
        using var host = new ForgedHost().With("sys/firmware/acpi/tables/DMAR", "DMAR").With("var/log/dmesg", "[ 0.1] DMAR: Host address width 39\n");

        var answers = (Observed.Text(host.Look("iommu.firmware")), Observed.Text(host.Look("dmar.host_address_width")));

        Assert.Equal(("unknown malformed", "unknown malformed"), answers);
    }

    private static string Answers(ForgedHost host) => string.Join(
        ' ',
        new[] { "iommu.firmware", "iommu.units", "iommu.active", "iommu.interrupt_remapping", "iommu.interrupt_mode" }.Select(fact => Observed.Text(host.Look(fact))));
}
