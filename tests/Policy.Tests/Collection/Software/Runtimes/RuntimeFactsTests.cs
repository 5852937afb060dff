using Policy.Collection.Sources.Software.Runtimes;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Runtimes;

public sealed class RuntimeFactsTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public void Docker_has_version_and_path_and_runs_if_its_process_is_there()
    {
        host.WithProgram("usr/bin/docker")
            .WithPackages(("docker-ce", "5:24.0.7-1~debian.12~bookworm"))
            .With("proc/1/comm", "systemd\n")
            .With("proc/77/comm", "dockerd\n");

        var docker = host.Ask(RuntimeFacts.Source, "runtime(docker)");

        Assert.Equal("24.0.7", SoftwareHost.Text(SoftwareHost.Field(docker, "version")));
        Assert.Equal("/usr/bin/docker", SoftwareHost.Text(SoftwareHost.Field(docker, "path")));
        Assert.Equal("true", SoftwareHost.Text(SoftwareHost.Field(docker, "running")));
        Assert.Equal(UnknownCause.NotCollected, Assert.IsType<Unknown>(SoftwareHost.Field(docker, "socket")).Cause);
    }

    [Fact]
    public void The_docker_command_of_podman_is_not_docker()
    {
        host.With("usr/bin/docker", "#!/usr/bin/sh\nexec /usr/bin/podman \"$@\"\n").WithProgram("usr/bin/podman")
            .WithPackages(("podman", "4.3.1+ds1-8+b1"), ("podman-docker", "4.3.1+ds1-8+b1")).With("proc/1/comm", "systemd\n");

        var (docker, podman) = (host.Ask(RuntimeFacts.Source, "runtime(docker)"), host.Ask(RuntimeFacts.Source, "runtime(podman)"));

        Assert.IsType<Absent>(docker);
        Assert.Equal("4.3.1", SoftwareHost.Text(SoftwareHost.Field(podman, "version")));
    }

    [Fact]
    public void Without_the_first_process_nobody_knows_what_runs()
    {
        host.WithProgram("usr/bin/containerd").WithPackages(("containerd.io", "1.6.28-1")).With("proc/9/comm", "bash\n");

        var containerd = host.Ask(RuntimeFacts.Source, "runtime(containerd)");

        Assert.IsType<Unknown>(SoftwareHost.Field(containerd, "running"));
    }

    [Fact]
    public void A_runtime_without_a_daemon_has_no_socket()
    {
        host.WithProgram("usr/bin/runc").WithPackages().With("proc/1/comm", "init\n");

        var runc = host.Ask(RuntimeFacts.Source, "runtime(runc)");

        Assert.Equal(new Absent(), SoftwareHost.Field(runc, "socket"));
        Assert.Equal("false", SoftwareHost.Text(SoftwareHost.Field(runc, "running")));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void The_kernel_of_an_openvz_host_has_beancounters_and_that_of_its_container_shows_none(bool isHost, bool expected)
    {
        host.WithFolder("usr/bin").WithPackages().WithFolder("proc/vz").WithFolder("proc/self");
        if (isHost)
        {
            host.WithFolder("proc/bc");
        }

        var openvz = host.Ask(RuntimeFacts.Source, "runtime(openvz)");

        Assert.Equal(expected, openvz is Present);
    }

    [Fact]
    public void The_whole_map_names_every_runtime()
    {
        host.WithFolder("usr/bin").WithPackages();

        var map = Assert.IsType<MapValue>(Assert.IsType<Present>(host.Ask(RuntimeFacts.Source, "runtime(*)")).Value);

        Assert.Equal(RuntimeTable.Everything.Select(runtime => runtime.Tool.Name).Order(StringComparer.Ordinal), map.Entries.Items.Keys);
        Assert.True(map.IsComplete);
    }
}
