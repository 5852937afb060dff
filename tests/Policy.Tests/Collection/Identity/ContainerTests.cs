using Policy.Core.Facts;

namespace Policy.Tests.Collection.Identity;

public class ContainerTests
{
    [Fact]
    public void A_marker_in_the_machines_own_namespaces_is_stale()
    {
        using var host = Initial().With(".dockerenv", string.Empty).With("sys/class/dmi/id/sys_vendor", "QEMU\n");

        Assert.Equal("[.dockerenv]", Text(host, "host.container_markers"));
        Assert.Equal("[.dockerenv]", Text(host, "host.stale_markers"));
        Assert.Equal("absent", Text(host, "host.container_runtime"));
        Assert.Equal("vm", Text(host, "host.kind"));
        Assert.Equal("[qemu]", Text(host, "virtualization.facts"));
    }

    [Theory]
    [InlineData("pid")]
    [InlineData("user")]
    public void A_namespace_of_its_own_makes_a_container_without_any_marker(string kind)
    {
        using var host = Initial(other: kind);

        Assert.Equal("container", Text(host, "host.kind"));
        Assert.Equal("container", Text(host, "virtualization.type"));
        Assert.Equal("unknown missing-source", Text(host, "host.container_runtime"));
        Assert.Equal("unknown unsupported", Text(host, "virtualization.facts"));
    }

    [Fact]
    public void A_container_with_the_machines_processes_is_one_by_its_marker()
    {
        using var host = Initial(other: "ipc").With(".dockerenv", string.Empty);

        Assert.Equal("container", Text(host, "host.kind"));
        Assert.Equal("[]", Text(host, "host.stale_markers"));
        Assert.Equal("docker", Text(host, "host.container_runtime"));
    }

    [Theory]
    [InlineData("proc/1/environ", "PATH=/bin\0container=lxc-libvirt\0", "lxc-libvirt", "[lxc]")]
    [InlineData("proc/1/environ", "container=podman\0", "podman", "[podman]")]
    [InlineData("run/systemd/container", "systemd-nspawn\n", "systemd-nspawn", "[systemd_nspawn]")]
    [InlineData("run/.containerenv", "", "podman", "[podman]")]
    [InlineData("proc/self/cgroup", "0::/../docker/1234\n", "docker", "[docker]")]
    [InlineData("proc/1/cgroup", "5:devices:/machine.slice/libpod-12.scope\n", "podman", "[podman]")]
    [InlineData("proc/vz/veinfo", "", "openvz", "[openvz]")]
    public void Without_namespaces_a_captured_marker_decides(string path, string text, string runtime, string words)
    {
        using var host = new ForgedHost().With(path, text);

        Assert.Equal("container", Text(host, "host.kind"));
        Assert.Equal(runtime, Text(host, "host.container_runtime"));
        Assert.Equal(words, Text(host, "virtualization.facts"));
        Assert.Equal("unknown missing-source", Text(host, "host.stale_markers"));
    }

    [Theory]
    [InlineData("proc/vz/veinfo", "proc/bc/0")]
    [InlineData("proc/1/environ", "proc/self/cgroup")]
    public void The_machine_that_runs_containers_is_none(string first, string second)
    {
        using var host = new ForgedHost().With(first, "container=\0").With(second, "0::/system.slice/docker.service\n");

        Assert.Equal("unknown missing-source", Text(host, "host.container_markers"));
        Assert.Equal("unknown missing-source", Text(host, "host.kind"));
    }

    [Fact]
    public void A_variable_of_an_orchestrator_alone_decides_nothing()
    {
        using var host = new ForgedHost().With(".policy/environment", "KUBERNETES_SERVICE_HOST=10.0.0.1\n");

        Assert.Equal("[environment KUBERNETES_SERVICE_HOST]", Text(host, "host.container_markers"));
        Assert.Equal("unknown missing-source", Text(host, "host.kind"));
    }

    [Fact]
    public void Where_the_first_process_may_not_be_asked_its_markers_are_unknown()
    {
        using var host = new ForgedHost().WithSecret("proc/1/environ", "container=lxc\0"u8.ToArray());

        var markers = Nobody.Run(() => host.Look("host.container_markers"));

        Assert.Equal(new Unknown(UnknownCause.Denied, "proc/1/environ"), markers);
    }

    [Fact]
    public void The_namespaces_are_told_one_by_one()
    {
        using var host = Initial(other: "uts");

        Assert.Equal("{cgroup: true, ipc: true, pid: true, time: unknown missing-source, user: true, uts: false}", Text(host, "host.namespaces(*)"));
        Assert.Equal("true", Text(host, "host.namespaces(pid)"));
        Assert.Equal("absent", Text(host, "host.namespaces(mnt)"));
    }

    [Fact]
    public void A_link_that_says_something_else_is_malformed()
    {
        using var host = new ForgedHost().WithLink("proc/self/ns/pid", "socket:[4026531836]");

        Assert.Equal("unknown malformed", Text(host, "host.namespaces(pid)"));
    }

    private static ForgedHost Initial(string other = "")
    {
        var host = new ForgedHost();
        foreach (var (kind, number) in new[] { ("cgroup", 35), ("pid", 36), ("user", 37), ("uts", 38), ("ipc", 39) })
        {
            host.WithLink($"proc/self/ns/{kind}", $"{kind}:[40265318{(kind == other ? 99 : number)}]");
        }

        return host;
    }

    private static string Text(ForgedHost host, string fact) => Observed.Text(host.Look(fact));
}
