namespace Policy.Tests.Collection.Kernel;

public sealed class ModuleSourceTests
{
    private const string Folder = "lib/modules/6.1.0";

    [Theory]
    [InlineData("kvm", "loaded")]
    [InlineData("kvm_intel", "loaded")]
    [InlineData("kvm-intel", "loaded")]
    [InlineData("ext4", "builtin")]
    [InlineData("vhost_net", "loadable")]
    [InlineData("vfio-pci", "loadable")]
    [InlineData("nf_tables", "loadable")]
    [InlineData("zfs", "absent")]
    [InlineData("fs-ext4", "absent")]
    public void A_module_is_where_the_kernel_and_its_lists_have_it(string name, string expected)
    {
        using var host = Distribution().With("proc/modules", "kvm_intel 1 0 - Live 0x0\nkvm 1 1 kvm_intel, Live 0x0\n");

        Assert.Equal(expected, host.Ask($"module({name})"));
    }

    [Theory]
    [InlineData("etc/modprobe.d/a.conf", "install vhost_net /bin/false\n", "blocked")]
    [InlineData("usr/lib/modprobe.d/a.conf", "install vhost-net /usr/bin/true\n", "blocked")]
    [InlineData("etc/modprobe.d/a.conf", "install vhost_* \\\n  /bin/false\n", "blocked")]
    [InlineData("etc/modprobe.d/a.conf", "install tun /bin/false\n", "blocked")]
    [InlineData("etc/modprobe.d/a.conf", "# install vhost_net /bin/false\n", "loadable")]
    [InlineData("etc/modprobe.d/a.conf", "install vhost_net /sbin/modprobe --ignore-install vhost_net\n", "loadable")]
    [InlineData("etc/modprobe.d/a.txt", "install vhost_net /bin/false\n", "loadable")]
    [InlineData("etc/modprobe.d/a.conf", "blacklist vhost_net\n", "loadable")]
    [InlineData("proc/cmdline", "quiet module_blacklist=floppy,vhost_net\n", "blocked")]
    [InlineData("proc/cmdline", "quiet modprobe.blacklist=vhost_net\n", "loadable")]
    [InlineData("proc/cmdline", "quiet nomodule\n", "blocked")]
    [InlineData("proc/cmdline", "quiet -- nomodule\n", "loadable")]
    [InlineData("proc/sys/kernel/modules_disabled", "1\n", "blocked")]
    [InlineData("proc/sys/kernel/modules_disabled", "0\n", "loadable")]
    public void Only_what_stops_a_load_by_name_blocks(string path, string text, string expected)
    {
        using var host = Distribution().With(path, text);

        Assert.Equal(expected, host.Ask("module(vhost_net)"));
    }

    [Fact]
    public void A_file_hides_that_of_the_same_name_in_a_later_folder()
    {
        using var host = Distribution().With("etc/modprobe.d/a.conf", "\n").With("usr/lib/modprobe.d/a.conf", "install vhost_net /bin/false\n");

        Assert.Equal("loadable", host.Ask("module(vhost_net)"));
    }

    [Fact]
    public void What_is_loaded_or_built_in_is_not_blocked()
    {
        using var host = Distribution()
            .With("proc/modules", "tun 1 0 - Live 0x0\n")
            .With("etc/modprobe.d/a.conf", "install tun /bin/false\ninstall ext4 /bin/false\n");

        Assert.Equal("loaded", host.Ask("module(tun)"));
        Assert.Equal("builtin", host.Ask("module(ext4)"));
        Assert.Equal("loadable", host.Ask("module(vhost_net)"));
    }

    [Fact]
    public void Without_lists_a_module_that_is_not_loaded_is_unknown()
    {
        using var host = new KernelHost().With("proc/sys/kernel/osrelease", "6.1.0\n").With("proc/modules", "kvm 1 0 - Live 0x0\n");

        Assert.Equal("loaded", host.Ask("module(kvm)"));
        Assert.Equal("unknown missing-source", host.Ask("module(kvm_intel)"));
    }

    [Fact]
    public void An_empty_list_proves_nothing()
    {
        using var host = Distribution().With($"{Folder}/modules.dep", string.Empty);

        Assert.Equal("unknown malformed", host.Ask("module(zfs)"));
    }

    [Theory]
    [InlineData("kvm", "builtin")]
    [InlineData("vhost_net", "absent")]
    [InlineData("kvm_intel", "absent")]
    [InlineData("ip_tables", "absent")]
    [InlineData("something", "unknown unsupported")]
    public void A_kernel_that_loads_nothing_has_what_its_options_say(string name, string expected)
    {
        const string Options =
            "CONFIG_KVM=y\n# CONFIG_MODULES is not set\n# CONFIG_VHOST_NET is not set\n"
            + "# CONFIG_NETFILTER_XTABLES_LEGACY is not set\nCONFIG_IP_NF_IPTABLES=y\n";
        using var host = new KernelHost().With("proc/sys/kernel/osrelease", "6.18.0\n").With("boot/config-6.18.0", Options);

        Assert.Equal(expected, host.Ask($"module({name})"));
    }

    [Fact]
    public void A_folder_of_parameters_is_a_module_inside_the_kernel_only_if_the_loaded_ones_are_known()
    {
        using var host = new KernelHost().With("proc/sys/kernel/osrelease", "6.1.0\n").With("sys/module/kvm/parameters/halt_poll_ns", "0\n");

        Assert.Equal("unknown missing-source", host.Ask("module(kvm)"));
        Assert.Equal("builtin", host.With("proc/modules", "tun 1 0 - Live 0x0\n").Ask("module(kvm)"));
    }

    [Fact]
    public void The_whole_map_is_complete_where_the_lists_are()
    {
        using var host = Distribution();

        var map = (Core.Facts.MapValue)((Core.Facts.Present)KernelHost.One(host.Host, "module(*)")).Value;

        Assert.True(map.IsComplete);
        Assert.Equal("builtin", KernelHost.Text(map.Entries.Find("ext4")!));
        Assert.Equal("loadable", KernelHost.Text(map.Entries.Find("vfio_pci")!));
    }

    private static KernelHost Distribution() => new KernelHost()
        .With("proc/sys/kernel/osrelease", "6.1.0\n")
        .With($"{Folder}/modules.builtin", "kernel/fs/ext4/ext4.ko\n")
        .With(
            $"{Folder}/modules.dep",
            """
            kernel/arch/x86/kvm/kvm.ko.xz:
            kernel/arch/x86/kvm/kvm-intel.ko.xz: kernel/arch/x86/kvm/kvm.ko.xz
            kernel/drivers/net/tun.ko.zst:
            kernel/drivers/vhost/vhost_net.ko: kernel/drivers/net/tun.ko.zst
            kernel/drivers/vfio/pci/vfio-pci.ko.gz:
            kernel/net/netfilter/nf_tables.ko:
            kernel/fs/xfs/xfs.ko:

            """);
}
