namespace Policy.Tests.Collection.Iommu;

public class OverrideSourceTests
{
    [Theory]
    [InlineData("root=/dev/sda1 ro intel_iommu=on iommu=pt", "[]")]
    [InlineData("pcie_acs_override=downstream,multifunction quiet", "[pcie_acs_override=downstream,multifunction]")]
    [InlineData("vfio_iommu_type1.allow_unsafe_interrupts=1", "[vfio_iommu_type1.allow_unsafe_interrupts=1]")]
    [InlineData("vfio-iommu-type1.allow_unsafe_interrupts=Y vfio.enable_unsafe_noiommu_mode", "[vfio-iommu-type1.allow_unsafe_interrupts=Y, vfio.enable_unsafe_noiommu_mode]")]
    [InlineData("vfio_iommu_type1.allow_unsafe_interrupts=0 vfio.enable_unsafe_noiommu_mode=off", "[]")]
    [InlineData("quiet -- pcie_acs_override=downstream", "[]")]
    [InlineData("xpcie_acs_override=downstream", "[]")]
    public void Switches_that_give_isolation_away_are_listed(string line, string overrides)
    {
        using var host = new ForgedHost().With("proc/cmdline", line + "\n");

        var have = host.Look("iommu.overrides");

        Assert.Equal(overrides, Observed.Text(have));
    }

    [Theory]
    [InlineData("quiet", "Y", "[vfio_iommu_type1.allow_unsafe_interrupts=Y]")]
    [InlineData("vfio_iommu_type1.allow_unsafe_interrupts=1", "N", "[]")]
    [InlineData("vfio_iommu_type1.allow_unsafe_interrupts=1 pcie_acs_override=downstream", "Y", "[pcie_acs_override=downstream, vfio_iommu_type1.allow_unsafe_interrupts=Y]")]
    public void What_a_running_module_has_counts_more_than_what_it_was_told(string line, string value, string overrides)
    {
        using var host = new ForgedHost().With("proc/cmdline", line + "\n").With("sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts", value + "\n");

        Assert.Equal(overrides, Observed.Text(host.Look("iommu.overrides")));
    }
}
