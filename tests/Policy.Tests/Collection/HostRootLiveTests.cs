using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostRootLiveTests
{
    [Fact]
    public void A_file_that_says_it_is_empty_is_read()
    {
        Assert.NotEmpty(HostRoot.Live.Lines("proc/cpuinfo").Content!);
    }

    [Fact]
    public void A_device_is_not_read()
    {
        Assert.Equal(new Failed<byte[]>(UnknownCause.Malformed, "dev/zero", "a character device"), HostRoot.Live.Bytes("/dev/zero"));
    }

    [Fact]
    public void A_file_that_the_kernel_refuses_is_unsupported()
    {
        Assert.Equal(new Failed<string>(UnknownCause.Unsupported, "sys/class/net/lo/speed", "EINVAL"), HostRoot.Live.Text("sys/class/net/lo/speed"));
    }

    [Fact]
    public void A_file_of_a_process_that_is_gone_is_missing()
    {
        Assert.Equal(new Missing<string>("proc/0/status"), HostRoot.Live.Text("proc/0/status"));
    }

    [Fact]
    public void A_link_of_the_kernel_is_read_as_it_is()
    {
        Assert.StartsWith("pid:[", HostRoot.Live.Link("proc/self/ns/pid").Content, StringComparison.Ordinal);
    }
}
