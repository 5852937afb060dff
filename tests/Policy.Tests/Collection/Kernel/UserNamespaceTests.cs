namespace Policy.Tests.Collection.Kernel;

public sealed class UserNamespaceTests
{
    [Theory]
    [InlineData("user/max_user_namespaces", "0", "user.max_user_namespaces")]
    [InlineData("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone")]
    [InlineData("kernel/apparmor_restrict_unprivileged_userns", "1", "kernel.apparmor_restrict_unprivileged_userns")]
    public void One_knob_is_enough_to_block(string knob, string value, string name)
    {
        using var host = Complete().With($"proc/sys/{knob}", value);

        Assert.Equal("blocked", host.Ask("userns.unprivileged"));
        Assert.Equal(name, host.Ask("userns.blocked_by"));
    }

    [Fact]
    public void Knobs_that_allow_it_and_those_that_do_not_exist_allow_it()
    {
        using var host = Complete();

        Assert.Equal("allowed", host.Ask("userns.unprivileged"));
        Assert.Equal("absent", host.Ask("userns.blocked_by"));
        Assert.Equal(string.Empty, host.Ask("userns.blockers"));
    }

    [Fact]
    public void All_knobs_that_block_are_listed_unless_one_is_in_doubt()
    {
        using var host = Complete().With("proc/sys/user/max_user_namespaces", "0\n").With("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
        using var doubt = new KernelHost().With("proc/self/ns/user", string.Empty).With("proc/sys/user/max_user_namespaces", "0\n");

        Assert.Equal("user.max_user_namespaces kernel.apparmor_restrict_unprivileged_userns", host.Ask("userns.blockers"));
        Assert.Equal("user.max_user_namespaces", doubt.Ask("userns.blocked_by"));
        Assert.Equal("unknown missing-source", doubt.Ask("userns.blockers"));
    }

    [Fact]
    public void A_knob_that_nobody_captured_is_not_a_knob_that_allows()
    {
        using var host = new KernelHost().With("proc/self/ns/user", string.Empty).With("proc/sys/user/max_user_namespaces", "100\n");

        Assert.Equal("unknown missing-source", host.Ask("userns.unprivileged"));
    }

    [Fact]
    public void A_filter_of_system_calls_leaves_it_open()
    {
        using var host = Complete().With("proc/self/status", "Name:\tpolicy\nSeccomp:\t2\n");

        Assert.Equal("unknown unsupported", host.Ask("userns.unprivileged"));
    }

    [Fact]
    public void A_kernel_without_user_namespaces_blocks()
    {
        using var host = new KernelHost()
            .With("proc/sys/kernel/osrelease", "6.1.0")
            .With("boot/config-6.1.0", "CONFIG_NAMESPACES=y\n# CONFIG_USER_NS is not set\n");

        Assert.Equal("CONFIG_USER_NS", host.Ask("userns.blocked_by"));
        Assert.Equal("limit=unknown missing-source supported=false", host.Ask("namespace(user)"));
    }

    private static KernelHost Complete()
    {
        var host = new KernelHost().With("proc/self/ns/user", string.Empty).With("proc/sys/user/max_user_namespaces", "100\n");
        foreach (var knob in new[] { "hostname", "ostype", "panic", "pid_max", "threads-max" })
        {
            host.With($"proc/sys/kernel/{knob}", "1\n");
        }

        return host;
    }
}
