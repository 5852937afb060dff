namespace Policy.Tests.Collection.Kernel;

public sealed class OptionHistoryTests
{
    [Theory]
    [InlineData("6.1.0", "CGROUP_NET_PRIO=m", "NETPRIO_CGROUP", "m")]
    [InlineData("6.1.0", "CGROUP_NET_PRIO=m", "CONFIG_NETPRIO_CGROUP", "m")]
    [InlineData("3.10.0", "NETPRIO_CGROUP=m", "CGROUP_NET_PRIO", "m")]
    [InlineData("3.10.0", "NETPRIO_CGROUP=m", "NETPRIO_CGROUP", "m")]
    [InlineData("6.1.0", "MODULES=y", "NETPRIO_CGROUP", "absent")]
    [InlineData("6.1.0", "MODULES=y", "OVERLAYFS_FS", "absent")]
    [InlineData("3.10.0", "MODULES=y", "OVERLAYFS_FS", "absent")]
    [InlineData("3.10.0", "MODULES=y", "OVERLAY_FS", "absent")]
    public void A_new_name_stands_for_the_old_one(string version, string line, string option, string expected) => Check(version, [line], option, expected);

    [Theory]
    [InlineData("6.12.0", "y", "y", "y")]
    [InlineData("6.12.0", "y", null, "absent")]
    [InlineData("5.10.0", "y", "y", "unknown unsupported")]
    [InlineData("5.10.0", null, "y", "unknown unsupported")]
    [InlineData("5.10.0", null, null, "absent")]
    public void A_function_of_two_options_needs_both(string version, string? groups, string? swap, string expected) =>
        Check(version, [Line("MEMCG", groups), Line("SWAP", swap)], "MEMCG_SWAP", expected);

    [Theory]
    [InlineData("6.10.0", "MEMCG=y", "MEMCG_V1", "y")]
    [InlineData("6.12.0", "MEMCG=y", "MEMCG_V1", "absent")]
    [InlineData("6.6.0", "IP_NF_IPTABLES=m", "IP_NF_IPTABLES_LEGACY", "m")]
    [InlineData("6.18.0", "IP_NF_IPTABLES=m", "IP_NF_IPTABLES_LEGACY", "absent")]
    [InlineData("3.4.0", "CGROUP_MEM_RES_CTLR=y", "MEMCG_V1", "y")]
    [InlineData("5.10.0", "NF_NAT=m", "NF_NAT_IPV4", "m")]
    [InlineData("4.18.0", "NF_NAT=m", "NF_NAT_IPV4", "unknown unsupported")]
    [InlineData("4.18.0", "MODULES=y", "NF_NAT_IPV4", "absent")]
    [InlineData("6.1.0", "IOSCHED_BFQ=y", "IOSCHED_CFQ", "unknown unsupported")]
    [InlineData("4.9.0", "IOSCHED_BFQ=y", "IOSCHED_CFQ", "absent")]
    public void An_option_that_came_or_went_is_not_plainly_absent(string version, string line, string option, string expected) => Check(version, [line], option, expected);

    [Fact]
    public void Without_a_version_it_is_not_known_which_name_is_meant()
    {
        using var host = new KernelHost().With("proc/sys/kernel/osrelease", "custom\n").With("boot/config-custom", "CONFIG_NF_NAT=m\n");

        Assert.Equal("unknown unsupported", host.Ask("kernel.config(NF_NAT_IPV4)"));
        Assert.Equal("absent", host.Ask("kernel.config(KVM)"));
    }

    private static void Check(string version, string[] lines, string option, string expected)
    {
        using var host = new KernelHost()
            .With("proc/sys/kernel/osrelease", $"{version}\n")
            .With($"boot/config-{version}", $"#\n# Linux/x86 {version} Kernel Configuration\n#\nCONFIG_64BIT=y\n{string.Concat(lines.Select(line => $"CONFIG_{line}\n"))}");

        Assert.Equal(expected, host.Ask($"kernel.config({option})"));
    }

    private static string Line(string option, string? value) => value is null ? "HZ=250" : $"{option}={value}";
}
