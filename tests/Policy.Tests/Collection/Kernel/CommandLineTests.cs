using Policy.Collection.Sources.Kernel;

namespace Policy.Tests.Collection.Kernel;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("intel_iommu", "on")]
    [InlineData("intel-iommu", "on")]
    [InlineData("console", "ttyS0")]
    [InlineData("quiet", "")]
    [InlineData("dyndbg", "file x.c +p; y")]
    [InlineData("whole", "a b")]
    [InlineData("init-only", null)]
    [InlineData("missing", null)]
    [InlineData("root.password", "***")]
    [InlineData("secretmem.enable", "1")]
    [InlineData("ks", "http://server/ks.cfg")]
    public void A_parameter_has_its_last_value(string name, string? expected)
    {
        var line = CommandLine.Parse(
            "intel_iommu=off quiet console=tty0 intel_iommu=on console=ttyS0 dyndbg=\"file x.c +p; y\" \"whole=a b\" "
            + "root.password=x secretmem.enable=1 ks=http://u:p@server/ks.cfg -- init-only=1");

        Assert.Equal(expected, line.Find(name));
    }

    [Fact]
    public void Secrets_are_no_words()
    {
        using var host = new KernelHost().With("proc/cmdline", "quiet my_token=abc root=UUID=1-2 -- secret\n");

        Assert.Equal("quiet my_token=*** root=UUID=1-2", host.Ask("kernel.command_line"));
    }

    [Fact]
    public void A_parameter_that_a_readable_line_does_not_have_is_absent()
    {
        using var host = new KernelHost().With("proc/cmdline", "quiet\n");

        Assert.Equal("absent", host.Ask("kernel.parameter(intel_iommu)"));
        Assert.Equal(string.Empty, host.Ask("kernel.parameter(quiet)"));
    }

    [Fact]
    public void Without_the_line_a_parameter_is_unknown()
    {
        using var host = new KernelHost();

        Assert.Equal("unknown missing-source", host.Ask("kernel.parameter(quiet)"));
        Assert.Equal("unknown missing-source", host.Ask("kernel.parameter(*)"));
    }
}
