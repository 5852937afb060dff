namespace Policy.Tests.Collection.Kernel;

public sealed class DelegationTests
{
    private const string Unified = "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n";
    private const string Own = "sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service/cgroup.controllers";

    [Theory]
    [InlineData("1000", "memory pids")]
    [InlineData("alice", "memory pids")]
    [InlineData("bob", "unknown missing-source")]
    [InlineData("carol", "unknown missing-source")]
    [InlineData("1001", "unknown missing-source")]
    [InlineData("../0", "unknown missing-source")]
    public void A_user_who_is_logged_in_may_hand_on_controllers(string user, string expected)
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Unified).With(Own, "memory pids\n")
            .With("etc/passwd", "alice:x:1000:1000::/home/alice:/bin/sh\nbob:x:1001:1001::/:/bin/sh\nbroken\n");

        Assert.Equal(expected, host.Ask($"cgroup.delegated_controllers({user})"));
    }

    [Fact]
    public void On_a_hybrid_host_they_stand_below_the_mount_of_version_2()
    {
        using var host = new KernelHost()
            .With("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n31 23 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n")
            .With(Own.Replace("cgroup/user", "cgroup/unified/user", StringComparison.Ordinal), "\n");

        Assert.Equal(string.Empty, host.Ask("cgroup.delegated_controllers(1000)"));
    }

    [Fact]
    public void Version_1_gives_users_nothing()
    {
        using var host = new KernelHost().With("proc/self/mountinfo", "31 23 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
        using var nothing = new KernelHost();

        Assert.Equal("absent", host.Ask("cgroup.delegated_controllers(1000)"));
        Assert.Equal("unknown missing-source", nothing.Ask("cgroup.delegated_controllers(1000)"));
    }
}
