using Policy.Core.Facts;

namespace Policy.Tests.Collection.Iommu;

public class VfioSourceTests
{
    [Theory]
    [InlineData("Y\n", "true")]
    [InlineData("N\n", "false")]
    [InlineData("\n", "unknown malformed")]
    public void Parameters_of_the_running_modules_are_told(string text, string expected)
    {
        using var host = new ForgedHost().With("sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts", text).With("sys/module/vfio/parameters/enable_unsafe_noiommu_mode", text);

        Assert.Equal(expected, Observed.Text(host.Look("vfio.unsafe_interrupts")));
        Assert.Equal(expected, Observed.Text(host.Look("vfio.noiommu")));
    }

    [Fact]
    public void Groups_have_nodes()
    {
        using var host = new ForgedHost().With("dev/vfio/vfio", "").With("dev/vfio/12", "").With("dev/vfio/noiommu-3", "").WithFolder("dev/vfio/devices");

        Assert.Equal("[12, noiommu-3]", Observed.Text(host.Look("vfio.groups")));
    }

    [Fact]
    public void A_captured_root_proves_nothing_by_what_it_lacks()
    {
        using var host = new ForgedHost().WithFolder("sys/module/kvm").WithFolder("dev");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("vfio.groups")));
        Assert.Equal("unknown missing-source", Observed.Text(host.Look("vfio.noiommu")));
        Assert.Equal("unknown not-collected", Observed.Text(host.Look("vfio.open")));
        Assert.Equal("unknown not-collected", Observed.Text(host.Look("iommufd.open")));
    }

    [Fact]
    public void The_running_host_answers()
    {
        var answers = new[] { "vfio.open", "iommufd.open", "vfio.groups", "vfio.noiommu", "vfio.unsafe_interrupts" }.Select(fact => Observed.Look(Policy.Collection.HostRoot.Live, fact));

        Assert.All(answers, answer => Assert.True(answer is Present or Absent or Unknown { Cause: UnknownCause.Denied }, answer.ToString()));
    }
}
