using System.IO.Compression;
using System.Text;

namespace Policy.Tests.Collection.Kernel;

public sealed class KernelOptionsTests
{
    private const string Text =
        """
        #
        # Linux/x86 6.1.192 Kernel Configuration
        #
        CONFIG_KVM=m
        CONFIG_KVM_INTEL=y
        # CONFIG_KVM_XEN is not set
        CONFIG_DEFAULT_HOSTNAME="(none) \"x\""
        CONFIG_HZ=250
        # CONFIG_NOTE is not set yet

        """;

    [Theory]
    [InlineData("KVM", "m")]
    [InlineData("CONFIG_KVM", "m")]
    [InlineData("KVM_INTEL", "y")]
    [InlineData("KVM_XEN", "n")]
    [InlineData("KVM_AMD", "absent")]
    [InlineData("VM", "absent")]
    [InlineData("NOTE", "absent")]
    [InlineData("HZ", "250")]
    [InlineData("DEFAULT_HOSTNAME", "(none) \"x\"")]
    public void An_option_is_what_its_line_says(string option, string expected)
    {
        using var host = Running("6.1.0-56-amd64").With("boot/config-6.1.0-56-amd64", Text);

        Assert.Equal(expected, host.Ask($"kernel.config({option})"));
    }

    [Fact]
    public void Without_a_file_every_option_is_unknown()
    {
        using var host = Running("6.1.0-56-amd64");

        Assert.Equal("unknown missing-source", host.Ask("kernel.config(KVM)"));
        Assert.Equal("unknown missing-source", host.Ask("kernel.config(*)"));
        Assert.Equal("unknown missing-source", host.Ask("kernel.config_source"));
    }

    [Theory]
    [InlineData("boot/config-6.1.0")]
    [InlineData("lib/modules/6.1.0/config")]
    [InlineData("usr/lib/modules/6.1.0/config")]
    [InlineData("usr/lib/ostree-boot/config-6.1.0")]
    [InlineData("usr/lib/kernel/config-6.1.0")]
    [InlineData("lib/modules/6.1.0/build/.config")]
    [InlineData("usr/src/linux-headers-6.1.0/.config")]
    public void Every_place_of_the_distributions_is_known(string place)
    {
        using var host = Running("6.1.0").With(place, Text);

        Assert.Equal(place, host.Ask("kernel.config_source"));
    }

    [Fact]
    public void Another_kernels_file_is_not_read()
    {
        using var host = Running("6.1.0")
            .With("boot/config-5.10.0", Text)
            .With("boot/config-6.1.0", Text.Replace("6.1.192", "5.10.1", StringComparison.Ordinal));

        Assert.Equal("unknown malformed", host.Ask("kernel.config(KVM)"));
    }

    [Fact]
    public void A_root_that_does_not_tell_its_kernel_has_that_of_its_only_file()
    {
        using var host = new KernelHost().With("boot/config-6.1.0", Text);

        Assert.Equal("m", host.Ask("kernel.config(KVM)"));
    }

    [Fact]
    public void Of_two_kernels_nobody_knows_which_one_runs()
    {
        using var host = new KernelHost().With("boot/config-6.1.0", Text).With("lib/modules/6.1.1/modules.dep", string.Empty);

        Assert.Equal("unknown missing-source", host.Ask("kernel.config(KVM)"));
    }

    [Fact]
    public void The_kernels_own_copy_comes_first()
    {
        using var host = Running("6.1.0").With("boot/config-6.1.0", "CONFIG_KVM=y\n");
        File.WriteAllBytes(host.PathOf("proc/config.gz"), Pack(Text));

        Assert.Equal("m", host.Ask("kernel.config(KVM)"));
    }

    [Fact]
    public void A_cut_copy_is_not_believed()
    {
        using var host = Running("6.1.0");
        File.WriteAllBytes(host.PathOf("proc/config.gz"), Pack(Text)[..^20]);

        Assert.Equal("unknown malformed", host.Ask("kernel.config(KVM_AMD)"));
    }

    [Fact]
    public void A_file_without_options_says_nothing()
    {
        using var host = Running("6.1.0").With("boot/config-6.1.0", string.Empty);

        Assert.Equal("unknown malformed", host.Ask("kernel.config(KVM)"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_long_line_full_of_names_takes_no_time()
    {
        using var host = Running("6.1.0").With("boot/config-6.1.0", "CONFIG_A=y\n" + new StringBuilder().Insert(0, "CONFIG_KVM", 1_500_000) + "\nCONFIG_KVM=m\n");

        Assert.Equal("m", await Task.Run(() => host.Ask("kernel.config(KVM)")));
    }

    [Theory]
    [InlineData("CONFIG_MODULES=y\n", "true")]
    [InlineData("# CONFIG_MODULES is not set\n", "false")]
    public void Whether_modules_can_be_loaded_is_an_option(string text, string expected)
    {
        using var host = Running("6.1.0").With("boot/config-6.1.0", text);

        Assert.Equal(expected, host.Ask("kernel.modules_supported"));
    }

    internal static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static KernelHost Running(string release) => new KernelHost().With("proc/sys/kernel/osrelease", $"{release}\n");
}
