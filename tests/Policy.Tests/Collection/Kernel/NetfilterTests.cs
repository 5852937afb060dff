namespace Policy.Tests.Collection.Kernel;

public sealed class NetfilterTests
{
    private const string Modules = "lib/modules/6.1.0";

    [Theory]
    [InlineData("kernel/net/netfilter/nf_tables.ko:\nkernel/net/ipv4/netfilter/ip_tables.ko:\n", "", "both")]
    [InlineData("kernel/net/netfilter/nf_tables.ko.zst:\n", "kernel/a.ko\n", "nft")]
    [InlineData("kernel/a.ko:\n", "kernel/net/ipv4/netfilter/ip_tables.ko\n", "legacy")]
    [InlineData("kernel/a.ko:\n", "kernel/b.ko\n", "absent")]
    public void What_the_kernel_can_load_filters_packets(string loadable, string builtIn, string expected)
    {
        using var host = Host().With($"{Modules}/modules.dep", loadable).With($"{Modules}/modules.builtin", builtIn.Length == 0 ? "kernel/c.ko\n" : builtIn);

        Assert.Equal(expected, host.Ask("netfilter.backend"));
    }

    [Fact]
    public void What_may_not_be_loaded_does_not_count_and_what_is_not_known_makes_it_unknown()
    {
        using var blocked = Host().With($"{Modules}/modules.dep", "kernel/nf_tables.ko:\nkernel/ip_tables.ko:\n").With($"{Modules}/modules.builtin", "kernel/c.ko\n")
            .With("etc/modprobe.d/a.conf", "install ip_tables /bin/false\n");
        using var nothing = new KernelHost();

        Assert.Equal("nft", blocked.Ask("netfilter.backend"));
        Assert.Equal("unknown missing-source", nothing.Ask("netfilter.backend"));
    }

    [Theory]
    [InlineData("xtables-nft-multi", "nft")]
    [InlineData("xtables-legacy-multi", "legacy")]
    [InlineData("xtables-multi", "legacy")]
    [InlineData("busybox", "unknown unsupported")]
    public void The_program_is_what_its_links_lead_to(string program, string expected)
    {
        using var host = new KernelHost().With($"usr/sbin/{program}", "").With("etc/alternatives/readme", "");
        host.Shell("ln -s /etc/alternatives/iptables usr/sbin/iptables; ln -s /usr/sbin/" + program + " etc/alternatives/iptables");

        Assert.Equal(expected, host.Ask("netfilter.iptables"));
    }

    [Fact]
    public void A_whole_root_without_the_program_does_not_have_it()
    {
        using var part = new KernelHost().With("usr/sbin/ls", "");
        using var whole = new KernelHost().With("etc/passwd", "").With("usr/bin/ls", "");

        Assert.Equal("unknown missing-source", part.Ask("netfilter.iptables"));
        Assert.Equal("absent", whole.Ask("netfilter.iptables"));
    }

    private static KernelHost Host() => new KernelHost().With("proc/sys/kernel/osrelease", "6.1.0\n");
}
