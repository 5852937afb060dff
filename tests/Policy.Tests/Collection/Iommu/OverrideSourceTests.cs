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
}
