namespace Policy.Tests.Collection.Kernel;

public sealed class CgroupTests
{
    private const string Unified = "31 23 0:28 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n";
    private const string Old =
        "32 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n"
        + "33 31 0:30 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,name=systemd\n";
    private const string Beside = "34 31 0:31 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n";

    [Theory]
    [InlineData(Unified, "v2")]
    [InlineData(Old, "v1")]
    [InlineData(Old + Beside, "hybrid")]
    [InlineData(Unified + "35 27 0:32 / /run/net_cls rw - cgroup net_cls rw,net_cls\n", "v2")]
    [InlineData("22 27 0:21 / /proc rw - proc proc rw\n", "absent")]
    public void The_mode_is_what_is_mounted(string mounts, string expected)
    {
        using var host = new KernelHost().With("proc/self/mountinfo", mounts);

        Assert.Equal(expected, host.Ask("cgroup.mode"));
    }

    [Fact]
    public void Of_version_1_the_mounted_controllers_can_be_used()
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Old);

        Assert.Equal("cpu cpuacct", host.Ask("cgroup.controllers"));
    }

    [Fact]
    public void Version_2_has_devices_and_freezer_without_listing_them()
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Unified).With("sys/fs/cgroup/cgroup.controllers", "cpuset cpu io memory pids\n");

        Assert.Equal("cpu cpuset devices freezer io memory pids", host.Ask("cgroup.controllers"));
    }

    [Fact]
    public void A_hybrid_host_has_what_both_versions_give()
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Old + Beside).With("sys/fs/cgroup/unified/cgroup.controllers", "\n");

        Assert.Equal("cpu cpuacct", host.Ask("cgroup.controllers"));
    }

    [Fact]
    public void The_own_group_has_what_it_was_given()
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Unified)
            .With("proc/self/cgroup", "0::/user.slice/a.scope\n")
            .With("sys/fs/cgroup/user.slice/a.scope/cgroup.controllers", "memory pids\n");

        Assert.Equal("memory pids", host.Ask("cgroup.own_controllers"));
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_unknown()
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Unified);

        Assert.Equal("unknown missing-source", host.Ask("cgroup.controllers"));
        Assert.Equal("unknown missing-source", host.Ask("cgroup.own_controllers"));
    }
}
