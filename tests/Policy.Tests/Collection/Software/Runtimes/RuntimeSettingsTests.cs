using Policy.Collection;
using Policy.Collection.Sources.Software.Runtimes;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Runtimes;

public sealed class RuntimeSettingsTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("docker", "etc/docker/daemon.json", "{\"storage-driver\":\"btrfs\",\"exec-opts\":[\"native.cgroupdriver=systemd\"]}", "btrfs", "systemd")]
    [InlineData("docker", "etc/docker/daemon.json", "{}", "absent", "absent")]
    [InlineData("docker", "etc/docker/daemon.json", "{\"storage-driver\":", "unknown malformed", "unknown malformed")]
    [InlineData("docker", "etc/docker/daemon.json", "[]", "unknown malformed", "unknown malformed")]
    [InlineData("docker", "etc/docker/other.json", "{}", "absent", "absent")]
    [InlineData("containerd", "etc/containerd/config.toml", "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".containerd]\n  snapshotter = \"zfs\" # old\n[plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runc.options]\n  SystemdCgroup = true\n", "zfs", "systemd")]
    [InlineData("containerd", "etc/containerd/config.toml", "version = 3\n[plugins.'io.containerd.cri.v1.images']\n  snapshotter = 'overlayfs'\n[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]\n  SystemdCgroup = false # no\n", "overlayfs", "cgroupfs")]
    [InlineData("containerd", "etc/containerd/config.toml", "disabled_plugins = [\"cri\"]\n", "absent", "absent")]
    [InlineData("podman", "etc/containers/storage.conf", "[storage]\ndriver = \"overlay\"\n[storage.options]\ndriver = \"not this\"\n", "overlay", "absent")]
    [InlineData("podman", "etc/containers/containers.conf.d/10-own.conf", "[engine]\ncgroup_manager = \"cgroupfs\"\n", "absent", "cgroupfs")]
    [InlineData("crio", "etc/crio/crio.conf.d/10-own.conf", "[crio]\nstorage_driver = \"vfs\"\n[crio.runtime]\ncgroup_manager = \"systemd\"\n", "vfs", "systemd")]
    [InlineData("crio", "etc/containers/storage.conf", "[storage]\ndriver = \"overlay\"\n", "overlay", "absent")]
    public void The_configuration_of_a_runtime_chooses_its_drivers(string runtime, string path, string text, string storage, string cgroups)
    {
        host.WithProgram($"usr/bin/{runtime}").With(path, text);

        Assert.Equal(storage, Observed.Text(SoftwareHost.Field(Ask(runtime), "storage_driver")!));
        Assert.Equal(cgroups, Observed.Text(SoftwareHost.Field(Ask(runtime), "cgroup_driver")!));
    }

    [Fact]
    public void What_an_administrator_writes_later_wins()
    {
        host.WithProgram("usr/bin/podman")
            .With("usr/share/containers/containers.conf", "[engine]\ncgroup_manager = \"systemd\"\n")
            .With("etc/containers/containers.conf", "[engine]\n#cgroup_manager = \"x\"\ncgroup_manager=\"cgroupfs\"\n");

        Assert.Equal("cgroupfs", Observed.Text(SoftwareHost.Field(Ask("podman"), "cgroup_driver")!));
    }

    [Fact]
    public void The_service_of_a_runtime_has_a_state()
    {
        host.WithProgram("usr/bin/docker").With("usr/lib/systemd/system/docker.service", "[Service]\n[Install]\nWantedBy=multi-user.target\n")
            .WithFolder("run/systemd/system")
            .With("sys/fs/cgroup/system.slice/docker.service/cgroup.events", "populated 1\nfrozen 0\n");

        Assert.Equal("active", Observed.Text(SoftwareHost.Field(Ask("docker"), "service")!));
    }

    [Fact]
    public void A_runtime_whose_service_no_unit_folder_has_has_none()
    {
        host.WithProgram("usr/bin/docker").WithFolder("usr/lib/systemd/system");

        Assert.Equal("absent", Observed.Text(SoftwareHost.Field(Ask("docker"), "service")!));
    }

    [Fact]
    public void The_sockets_of_users_are_told_where_they_stand()
    {
        host.WithProgram("usr/bin/podman").With("run/user/1000/podman/podman.sock").WithFolder("run/user/1001");

        Assert.Equal("[1000]", Observed.Text(SoftwareHost.Field(Ask("podman"), "rootless_users")!));
    }

    [Fact]
    public void A_capture_without_such_sockets_proves_nothing()
    {
        host.WithProgram("usr/bin/podman").WithFolder("run/user/1000").WithProgram("usr/bin/buildah");

        Assert.Equal("unknown not-collected", Observed.Text(SoftwareHost.Field(Ask("podman"), "rootless_users")!));
        Assert.Equal("absent", Observed.Text(SoftwareHost.Field(Ask("buildah"), "rootless_users")!));
    }

    [Fact]
    public void No_configuration_breaks_its_reader()
    {
        var random = new Random(3);
        var words = new[] { "[", "]", "=", "\"", "'", "#", "\n", "storage", "driver", "crio", "snapshotter", ".cri", ".containerd", "\0", " ", "{", "}", ":" };
        for (var round = 0; round < Exam.Times(300); round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => words[random.Next(words.Length)]));
            host.With("etc/docker/daemon.json", text).With("etc/containerd/config.toml", text).With("etc/containers/storage.conf", text);
            var root = HostRoot.OfFolder(host.Folder);

            Assert.NotNull(RuntimeSettings.DockerCgroups(root));
            Assert.NotNull(RuntimeSettings.ContainerdStorage(root));
            Assert.NotNull(RuntimeSettings.SharedStorage(root));
        }
    }

    private Observation Ask(string runtime) => host.Ask(RuntimeFacts.Source, $"runtime({runtime})");
}
