namespace Policy.Tests.Collection.Memory;

public class ControlGroupTests
{
    private const string UnifiedMount = "31 23 0:28 / /sys/fs/cgroup rw,relatime shared:1 - cgroup2 cgroup2 rw,nsdelegate\n";
    private const string LegacyMounts = "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n";

    [Theory]
    [InlineData("max", "max", "absent", "8589934592")]
    [InlineData("1073741824", "max", "1073741824", "1073741824")]
    [InlineData("1073741824", "536870912", "536870912", "536870912")]
    [InlineData("17179869184", "max", "17179869184", "8589934592")]
    [InlineData("much", "max", "unknown malformed", "unknown malformed")]
    public void The_smallest_limit_up_to_the_top_holds(string own, string above, string limit, string usable)
    {
        using var host = Unified().With("sys/fs/cgroup/a.slice/memory.max", above).With("sys/fs/cgroup/a.slice/b/memory.max", own);

        Assert.Equal(limit, Observed.Text(host.Look("memory.limit")));
        Assert.Equal(usable, Observed.Text(host.Look("memory.usable")));
    }

    [Theory]
    [InlineData("max 100000", "absent", "2")]
    [InlineData("50000 100000", "0.5", "0.5")]
    [InlineData("400000 100000", "4", "2")]
    [InlineData("50000 0", "unknown malformed", "unknown malformed")]
    public void A_quota_is_a_share_of_its_period(string own, string quota, string usable)
    {
        using var host = Unified().With("sys/fs/cgroup/a.slice/cpu.max", "max 100000").With("sys/fs/cgroup/a.slice/b/cpu.max", own)
            .With("proc/self/status", "Name:\tx\nCpus_allowed_list:\t0-1,8-127\n").With("sys/devices/system/cpu/online", "0-7\n");

        Assert.Equal(quota, Observed.Text(host.Look("cpu.quota")));
        Assert.Equal(usable, Observed.Text(host.Look("cpu.usable")));
    }

    [Fact]
    public void A_container_without_a_limit_may_have_one_above_it()
    {
        using var host = new ForgedHost().With("proc/self/cgroup", "0::/\n").With("proc/self/mountinfo", UnifiedMount)
            .With("sys/fs/cgroup/cgroup.controllers", "cpu memory").With("sys/fs/cgroup/cgroup.events", string.Empty).With("sys/fs/cgroup/memory.max", "max");

        Assert.Equal("unknown unsupported", Observed.Text(host.Look("memory.limit")));
    }

    [Fact]
    public void A_file_that_is_not_in_the_capture_proves_nothing()
    {
        using var host = Unified().WithFolder("sys/fs/cgroup/a.slice/b");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("memory.limit")));
    }

    [Fact]
    public void A_kernel_without_the_controller_has_no_limit()
    {
        using var host = Unified().With("sys/fs/cgroup/cgroup.controllers", "io pids").WithFolder("sys/fs/cgroup/a.slice/b");

        Assert.Equal("absent", Observed.Text(host.Look("cpu.quota")));
    }

    [Theory]
    [InlineData("9223372036854771712", "absent")]
    [InlineData("9223372036854710272", "absent")]
    [InlineData("9223372036854775807", "absent")]
    [InlineData("67108864", "67108864")]
    public void Version_1_tells_what_holds_for_all_groups_above(string stat, string limit)
    {
        using var host = Legacy("/docker/1").With("sys/fs/cgroup/memory/docker/1/memory.stat", $"cache 0\nhierarchical_memory_limit {stat}\n");

        Assert.Equal(limit, Observed.Text(host.Look("memory.limit")));
    }

    [Theory]
    [InlineData("-1", "absent")]
    [InlineData("150000", "1.5")]
    public void Version_1_has_the_quota_in_two_files(string quota, string expected)
    {
        using var host = Legacy("/").With("sys/fs/cgroup/cpu,cpuacct/release_agent", string.Empty)
            .With("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", quota).With("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000");

        Assert.Equal(expected, Observed.Text(host.Look("cpu.quota")));
    }

    [Fact]
    public void A_group_outside_the_mount_is_not_looked_for()
    {
        using var host = Legacy("/../other").WithFolder("sys/fs/cgroup/memory");

        Assert.Equal("unknown unsupported", Observed.Text(host.Look("memory.limit")));
    }

    private static ForgedHost Unified() => new ForgedHost().With("proc/self/cgroup", "0::/a.slice/b\n").With("proc/self/mountinfo", UnifiedMount)
        .With("proc/meminfo", "MemTotal:        8388608 kB\n").With("sys/fs/cgroup/cgroup.controllers", "cpuset cpu io memory pids");

    private static ForgedHost Legacy(string path) => new ForgedHost().With("proc/self/cgroup", $"4:memory:{path}\n3:cpuacct,cpu:{path}\n0::/\n").With("proc/self/mountinfo", LegacyMounts);
}
