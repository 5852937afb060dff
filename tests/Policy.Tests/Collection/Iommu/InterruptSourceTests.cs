using Policy.Core.Facts;

namespace Policy.Tests.Collection.Iommu;

public class InterruptSourceTests
{
    [Theory]
    [InlineData(" 0:  46  0  IR-IO-APIC   2-edge   timer\n24: 0 0 DMAR-MSI 0-edge dmar0\n", "true")]
    [InlineData(" 0:  46  0  IR-IO-APIC-edge  timer\n", "true")]
    [InlineData("122: 0 0 IR-PCI-MSIX-0000:01:00.0 0-edge nvme0q0\n", "true")]
    [InlineData(" 0:  46  0  IO-APIC   2-edge   timer\n28: 0 0 PCI-MSIX-0000:00:01.0 0-edge virtio0-config\n", "false")]
    [InlineData(" 0:  46  0  IO-APIC-edge  timer\n", "false")]
    [InlineData(" 1:  46  0  xen-pirq -ioapic-edge  i8042\n", "unknown unsupported")]
    [InlineData("11: 1 GICv3 27 Level arch_timer\n12: 0 ITS-MSI 0 Edge PCIe PME\n", "unknown unsupported")]
    [InlineData("", "unknown unsupported")]
    public void The_names_of_the_chips_tell_whether_interrupts_are_remapped(string lines, string answer)
    {
        using var host = new ForgedHost().With("proc/interrupts", "           CPU0       CPU1\n" + lines + "NMI:   0  0   Non-maskable interrupts\n");

        var remapping = host.Look("iommu.interrupt_remapping");

        Assert.Equal(answer, Observed.Text(remapping));
    }

    [Fact]
    public void There_is_no_mode_where_nothing_is_remapped()
    {
        using var host = new ForgedHost().With("proc/interrupts", " 0:  46  IO-APIC   2-edge   timer\n");

        var mode = host.Look("iommu.interrupt_mode");

        Assert.Equal(new Absent("proc/interrupts"), mode);
    }

    [Fact]
    public void The_mode_is_unknown_without_the_log()
    {
        using var host = new ForgedHost().With("proc/interrupts", " 0:  46  IR-IO-APIC   2-edge   timer\n");

        var mode = host.Look("iommu.interrupt_mode");

        Assert.Equal("unknown missing-source", Observed.Text(mode));
    }
}
