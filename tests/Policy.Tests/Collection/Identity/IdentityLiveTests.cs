using System.Diagnostics;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Identity;

public class IdentityLiveTests
{
    [Fact]
    public void The_hypervisor_is_the_one_that_lscpu_names()
    {
        if (Lscpu() is not { } lines)
        {
            return;
        }

        Assert.Equal(After(lines, "Hypervisor vendor:"), Said("virtualization.hypervisor_vendor"));
        Assert.Equal(After(lines, "Virtualization type:"), Said("virtualization.type"));
    }

    [Fact]
    public void The_architecture_is_the_one_that_lscpu_names()
    {
        if (Lscpu() is not { } lines)
        {
            return;
        }

        Assert.Equal(After(lines, "Architecture:"), Live("cpu.architecture"));
    }

    [Fact]
    public void Markers_in_the_machines_own_namespaces_are_stale()
    {
        var areInitial = new DirectoryInfo("/proc/self/ns").Exists && new FileInfo("/proc/self/ns/pid").LinkTarget == "pid:[4026531836]";
        if (!areInitial || new FileInfo("/proc/self/ns/user").LinkTarget != "user:[4026531837]" || !File.Exists("/.dockerenv"))
        {
            return;
        }

        Assert.Contains(".dockerenv", Live("host.stale_markers"), StringComparison.Ordinal);
        Assert.DoesNotContain("docker", Live("virtualization.facts"), StringComparison.Ordinal);
        Assert.NotEqual("container", Live("host.kind"));
        Assert.Equal("absent", Live("host.container_runtime"));
    }

    [Fact]
    public void A_virtual_machine_of_kvm_says_so()
    {
        if (Live("virtualization.signature") != "KVMKVMKVM" || Live("host.stale_markers") == "[]")
        {
            return;
        }

        Assert.Equal("vm", Live("host.kind"));
        Assert.Equal("[kvm]", Live("virtualization.facts"));
        Assert.Equal("absent", Live("virtualization.xen_role"));
        Assert.Equal("false", Live("virtualization.hyperv_root"));
    }

    [Fact]
    public void The_running_system_is_known_by_name()
    {
        Assert.Equal("linux", Live("os.family"));
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/hostname").Trim(), Live("host.name"));
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/osrelease").Trim(), Live("kernel.release"));
        Assert.IsType<Present>(Observed.Look(HostRoot.Live, "kernel.version"));
        Assert.IsType<Present>(Observed.Look(HostRoot.Live, "collector.capabilities"));
    }

    private static string? Said(string fact) => Observed.Look(HostRoot.Live, fact) is Present present ? Observed.Text(present) : null;

    private static string Live(string fact) => Observed.Text(Observed.Look(HostRoot.Live, fact));

    private static string? After(string[] lines, string label) =>
        Array.Find(lines, line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..].Trim();

    private static string[]? Lscpu()
    {
        if (!File.Exists("/usr/bin/lscpu"))
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo("/usr/bin/lscpu") { RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C" } })!;
        return process.StandardOutput.ReadToEnd().Split('\n');
    }
}
