using Policy.Collection.Sources.Software.Services;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Services;

public sealed class ServiceFactsTests : IDisposable
{
    private const string Unit = "[Unit]\nDescription=x\n[Service]\nExecStart=/x\n[Install]\nWantedBy=multi-user.target\n";

    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public void A_unit_is_enabled_by_a_link_of_the_administrator_and_not_by_one_of_the_vendor()
    {
        host.With("usr/lib/systemd/system/a.service", Unit).With("usr/lib/systemd/system/b.service", Unit)
            .WithLink("etc/systemd/system/multi-user.target.wants/a.service", "/usr/lib/systemd/system/a.service")
            .WithLink("usr/lib/systemd/system/multi-user.target.wants/b.service", "../b.service");

        Assert.Equal("enabled", Field("a.service", "enabled"));
        Assert.Equal("disabled", Field("b.service", "enabled"));
        Assert.Equal("/usr/lib/systemd/system/a.service", Field("a", "path"));
    }

    [Fact]
    public void Static_masked_alias_and_instance_are_told_apart()
    {
        host.With("lib/systemd/system/plain.service", "[Service]\nExecStart=/x\n")
            .With("lib/systemd/system/ssh.service", Unit)
            .With("lib/systemd/system/getty@.service", Unit)
            .WithLink("etc/systemd/system/sshd.service", "/lib/systemd/system/ssh.service").WithLink("etc/systemd/system/off.service", "/dev/null")
            .WithLink("etc/systemd/system/getty.target.wants/getty@tty1.service", "/lib/systemd/system/getty@.service");

        var answers = string.Join(' ', (string?[])[Field("plain", "enabled"), Field("off", "enabled"), Field("sshd", "enabled"), Field("ssh", "enabled"), Field("getty@tty1", "enabled"), Field("getty@", "enabled")]);

        Assert.Equal("static masked alias enabled enabled enabled", answers);
    }

    [Theory]
    [InlineData("sys/fs/cgroup/system.slice/a.service/cgroup.events", "populated 1\nfrozen 0\n", "active")]
    [InlineData("sys/fs/cgroup/system.slice/a.service/cgroup.events", "populated 0\nfrozen 0\n", "inactive")]
    [InlineData("sys/fs/cgroup/systemd/system.slice/a.service/cgroup.procs", "12\n", "active")]
    [InlineData("sys/fs/cgroup/systemd/system.slice/a.service/payload/cgroup.procs", "12\n", "active")]
    [InlineData("sys/fs/cgroup/system.slice/b.service/cgroup.events", "populated 1\n", "inactive")]
    [InlineData("sys/fs/cgroup/other", "", null)]
    public void A_service_is_active_if_its_control_group_has_processes(string path, string text, string? state)
    {
        host.With("usr/lib/systemd/system/a.service", Unit).WithFolder("run/systemd/system").With(path, text);

        Assert.Equal(state, Field("a.service", "state"));
    }

    [Fact]
    public void A_service_that_stays_active_without_processes_is_unknown()
    {
        host.With("usr/lib/systemd/system/a.service", "[Service]\nType=oneshot\nRemainAfterExit=yes\n")
            .WithFolder("run/systemd/system")
            .WithFolder("sys/fs/cgroup/system.slice");

        Assert.IsType<Unknown>(SoftwareHost.Field(host.Ask(ServiceFacts.Source, "service(a.service)"), "state"));
    }

    [Fact]
    public void The_state_is_unknown_where_systemd_does_not_run()
    {
        host.With("usr/lib/systemd/system/a.service", Unit);

        Assert.IsType<Unknown>(SoftwareHost.Field(host.Ask(ServiceFacts.Source, "service(a.service)"), "state"));
    }

    [Fact]
    public void A_unit_that_no_folder_has_is_absent_only_if_the_folders_were_there()
    {
        var silent = host.Ask(ServiceFacts.Source, "service(a.service)");
        var read = host.With("usr/lib/systemd/system/b.service", Unit).Ask(ServiceFacts.Source, "service(a.service)");
        var script = host.With("etc/init.d/a", "#!/bin/sh\n").Ask(ServiceFacts.Source, "service(a.service)");

        Assert.IsType<Unknown>(silent);
        Assert.IsType<Absent>(read);
        Assert.IsType<Unknown>(SoftwareHost.Field(script, "enabled"));
    }

    private string? Field(string unit, string name) => SoftwareHost.Text(SoftwareHost.Field(host.Ask(ServiceFacts.Source, $"service({unit})"), name));
}
