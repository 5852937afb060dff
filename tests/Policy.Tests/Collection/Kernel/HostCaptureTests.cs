using Policy.Collection;

namespace Policy.Tests.Collection.Kernel;

public sealed class HostCaptureTests
{
    [Theory]
    [InlineData("57ED146F2C3C", "kernel.parameter(amd_iommu)", "on")]
    [InlineData("57ED146F2C3C", "kernel.parameter(iommu)", "pt")]
    [InlineData("57ED146F2C3C", "kernel.config(KVM)", "unknown missing-source")]
    [InlineData("57ED146F2C3C", "module(kvm)", "unknown missing-source")]
    [InlineData("5ED617DD5961", "kernel.parameter(intel_iommu)", "absent")]
    [InlineData("CB05571909C8", "kernel.parameter(intel_iommu)", "unknown missing-source")]
    public void Servers_say_what_was_captured_of_them_and_no_more(string server, string path, string expected)
    {
        if (Captures.Folder("hosts") is not { } folder)
        {
            return;
        }

        var host = KernelHost.Of(HostRoot.OfFolder(Path.Join(folder, server, "root")));

        Assert.Equal(expected, KernelHost.Text(KernelHost.One(host, path)));
    }

    [Fact]
    public void The_short_table_of_a_real_host_is_read()
    {
        if (Captures.Folder("facter-fixtures") is not { } folder)
        {
            return;
        }

        using var host = new KernelHost().With("proc/self/mounts", File.ReadAllText(Path.Join(folder, "proc_self_mounts_selinux")));

        Assert.Contains("source=/dev/mapper/localhost--vg-root", host.Ask("mount(/)"), StringComparison.Ordinal);
        Assert.Equal("absent", host.Ask("cgroup.mode"));
    }
}
