using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Kernel;

public sealed class KernelLiveTests
{
    [Fact]
    public void The_running_host_gives_every_fact_that_can_be_listed()
    {
        var facts = Collector.Collect(KernelHost.Live, Demand.Everything([]), FactSources.Everything);

        Assert.DoesNotContain(facts, fact => fact.Observation is Unknown { Cause: UnknownCause.Malformed or UnknownCause.Timeout });
    }

    [Fact]
    public void The_root_of_the_running_host_is_mounted()
    {
        Assert.Contains("type=", KernelHost.Text(KernelHost.One(KernelHost.Live, "mount(/)")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_running_kernel_has_registered_is_available()
    {
        Assert.Equal("available", KernelHost.Text(KernelHost.One(KernelHost.Live, "filesystem(proc)")));
    }
}
