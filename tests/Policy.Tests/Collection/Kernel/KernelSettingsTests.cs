namespace Policy.Tests.Collection.Kernel;

public sealed class KernelSettingsTests
{
    [Theory]
    [InlineData("net.ipv4.ip_forward", "1")]
    [InlineData("net/ipv4/ip_forward", "1")]
    [InlineData("net.ipv4.conf.eth0/1.forwarding", "0")]
    [InlineData("net/ipv4/conf/eth0.1/forwarding", "0")]
    [InlineData("net.bridge.bridge-nf-call-iptables", "unknown missing-source")]
    [InlineData("/../../etc/shadow", "unknown unsupported")]
    [InlineData("net.ipv4.tcp_fastopen_key", "unknown unsupported")]
    public void A_knob_has_the_names_that_sysctl_gives_it(string name, string expected)
    {
        using var host = new KernelHost().With("proc/sys/net/ipv4/ip_forward", "1\n").With("proc/sys/net/ipv4/conf/eth0.1/forwarding", "0\n");

        Assert.Equal(expected, host.Ask($"sysctl({name})"));
    }

    [Theory]
    [InlineData("none [integrity] confidentiality\n", "integrity")]
    [InlineData("[none] integrity confidentiality\n", "none")]
    [InlineData("what\n", "unknown malformed")]
    public void The_lockdown_is_the_word_in_brackets(string text, string expected)
    {
        using var host = new KernelHost().With("sys/kernel/security/lockdown", text);

        Assert.Equal(expected, host.Ask("kernel.lockdown"));
    }

    [Theory]
    [InlineData("capability,yama,apparmor", "absent")]
    [InlineData("lockdown,capability", "unknown missing-source")]
    public void Without_the_module_there_is_no_lockdown(string modules, string expected)
    {
        using var host = new KernelHost().With("sys/kernel/security/lsm", modules);

        Assert.Equal(expected, host.Ask("kernel.lockdown"));
        Assert.Equal(modules.Replace(',', ' '), host.Ask("lsm.active"));
    }

    [Theory]
    [InlineData("[    0.000000] Linux version 6.1.0 (x@y)\n[    1.5] kvm: started\n", "true")]
    [InlineData("[    0.000000] microcode: updated early\n[    0.000000] Booting Linux on physical CPU 0x0\n[    1.5] kvm: started\n", "true")]
    [InlineData("[   12.000000] kvm: started\n[   13.0] Linux version, said somebody\n", "false")]
    public void The_log_is_complete_if_it_shows_the_start(string log, string expected)
    {
        using var host = new KernelHost().With("var/log/dmesg", log);

        Assert.Equal(expected, host.Ask("kernel.log_complete"));
        Assert.Contains("kvm: started", host.Ask("kernel.log"), StringComparison.Ordinal);
        Assert.DoesNotContain("Linux", host.Ask("kernel.log"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_log_nothing_is_known()
    {
        using var host = new KernelHost();

        Assert.StartsWith("unknown", host.Ask("kernel.log"), StringComparison.Ordinal);
        Assert.StartsWith("unknown", host.Ask("kernel.log_complete"), StringComparison.Ordinal);
    }

    [Fact]
    public void Seccomp_actions_are_the_kernels_words()
    {
        using var host = new KernelHost().With("proc/sys/kernel/seccomp/actions_avail", "kill_process errno allow\n");

        Assert.Equal("kill_process errno allow", host.Ask("seccomp.actions"));
    }
}
