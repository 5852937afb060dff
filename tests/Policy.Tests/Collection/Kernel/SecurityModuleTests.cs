namespace Policy.Tests.Collection.Kernel;

public sealed class SecurityModuleTests
{
    private const string Active = "sys/kernel/security/lsm";

    [Theory]
    [InlineData("1", "capability,selinux", "enforcing")]
    [InlineData("0", "capability,selinux", "permissive")]
    [InlineData("x", "capability,selinux", "unknown malformed")]
    [InlineData(null, "capability,selinux", "unknown missing-source")]
    [InlineData(null, "capability,apparmor", "absent")]
    [InlineData(null, null, "unknown missing-source")]
    public void Selinux_forbids_or_notes(string? enforce, string? active, string expected)
    {
        using var host = With(With(new KernelHost(), "sys/fs/selinux/enforce", enforce), Active, active);

        Assert.Equal(expected, host.Ask("lsm.selinux"));
    }

    [Theory]
    [InlineData("Y", null, "true")]
    [InlineData("N", "capability", "false")]
    [InlineData("", null, "unknown malformed")]
    [InlineData(null, "capability,apparmor", "true")]
    [InlineData(null, "capability", "unknown missing-source")]
    [InlineData(null, null, "unknown missing-source")]
    public void Apparmor_is_active_or_not(string? enabled, string? active, string expected)
    {
        using var host = With(With(new KernelHost(), "sys/module/apparmor/parameters/enabled", enabled), Active, active);

        Assert.Equal(expected, host.Ask("lsm.apparmor"));
    }

    [Fact]
    public void A_kernel_built_without_them_has_neither()
    {
        using var host = new KernelHost().With("proc/sys/kernel/osrelease", "6.1.0\n").With("boot/config-6.1.0", "CONFIG_SECURITY=y\n# CONFIG_SECURITY_SELINUX is not set\n");

        Assert.Equal("absent", host.Ask("lsm.selinux"));
        Assert.Equal("absent", host.Ask("lsm.apparmor"));
    }

    private static KernelHost With(KernelHost host, string path, string? text) => text is null ? host : host.With(path, text + "\n");
}
