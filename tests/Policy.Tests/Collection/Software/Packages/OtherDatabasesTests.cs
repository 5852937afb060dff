using Policy.Collection.Sources.Software.Packages;
using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Packages;

public sealed class OtherDatabasesTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("usr/lib/opkg")]
    [InlineData("var/lib/opkg")]
    public void Opkg_keeps_stanzas_as_dpkg_does(string folder)
    {
        host.WithProgram("usr/bin/curl").With($"{folder}/info/curl.list", "/usr/bin/curl\n").With(
            $"{folder}/status",
            "Package: curl\nVersion: 8.7.1-r1\nStatus: install user installed\nArchitecture: mips\n\nPackage: gone\nVersion: 1\nStatus: deinstall user not-installed\n");

        Assert.Equal("8.7.1-r1", Text("package(curl)", "version"));
        Assert.Equal(UnknownCause.Unsupported, Assert.IsType<Unknown>(SoftwareHost.Field(Ask("package(curl)"), "held")).Cause);
        Assert.IsType<Absent>(Ask("package(gone)"));
        Assert.Equal("deb", SoftwareHost.Text(Ask("packages.scheme")));
        Assert.Equal("curl", SoftwareHost.Text(SoftwareHost.Field(host.Ask(ToolFacts.Definition, "tool(curl)"), "package")));
    }

    [Fact]
    public void A_damaged_database_of_opkg_is_malformed()
    {
        host.With("usr/lib/opkg/status", "Version: 1\n");

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(Ask("package(curl)")).Cause);
    }

    [Fact]
    public void Portage_names_folders_with_the_version_that_no_scheme_compares()
    {
        host.WithProgram("usr/bin/vim").With("var/db/pkg/app-editors/vim-core-9.1.0-r1/CONTENTS", "dir /usr/bin\nobj /usr/bin/vim d41d8 170\n")
            .WithFolder("var/db/pkg/app-editors/-MERGING-nano-7.2");

        Assert.Equal(UnknownCause.Unsupported, Assert.IsType<Unknown>(SoftwareHost.Field(Ask("package(app-editors/vim-core)"), "version")).Cause);
        Assert.IsType<Absent>(Ask("package(app-editors/nano)"));
        Assert.IsType<Unknown>(Ask("packages.scheme"));
        Assert.Equal("[portage]", Observed.Text(Ask("packages.managers")));

        var tool = host.Ask(ToolFacts.Definition, "tool(vim)");
        Assert.Equal("app-editors/vim-core", SoftwareHost.Text(SoftwareHost.Field(tool, "package")));
        Assert.Equal("9.1.0", SoftwareHost.Text(SoftwareHost.Field(tool, "version")));
    }

    [Theory]
    [InlineData("install ok installed", "false")]
    [InlineData("hold ok installed", "true")]
    public void Dpkg_tells_what_is_held(string status, string isHeld)
    {
        host.With("var/lib/dpkg/status", $"Package: linux-image\nStatus: {status}\nVersion: 6.1\nArchitecture: amd64\n");

        Assert.Equal(isHeld, Text("package(linux-image)", "held"));
    }

    [Fact]
    public void An_active_snap_has_its_version_and_revision()
    {
        host.With("snap/lxd/29619/meta/snap.yaml", "name: lxd\nversion: \"5.21.2\"\n").WithLink("snap/lxd/current", "29619").WithLink("snap/core22/current", "1380");
        host.WithFolder("snap/bin");

        Assert.Equal("{revision: 29619, version: 5.21.2}", Observed.Text(host.Ask(AppFacts.SnapSource, "snap(lxd)")));
        Assert.Equal("{revision: 1380, version: unknown missing-source}", Observed.Text(host.Ask(AppFacts.SnapSource, "snap(core22)")));
        Assert.Equal("absent", Observed.Text(host.Ask(AppFacts.SnapSource, "snap(bin)")));
    }

    [Fact]
    public void An_application_of_flatpak_has_its_branch()
    {
        host.WithLink("var/lib/flatpak/app/org.gimp.GIMP/current", "x86_64/stable").WithFolder("var/lib/flatpak/app/org.broken");

        Assert.Equal("{architecture: x86_64, branch: stable}", Observed.Text(host.Ask(AppFacts.FlatpakSource, "flatpak(org.gimp.GIMP)")));
        Assert.Equal("absent", Observed.Text(host.Ask(AppFacts.FlatpakSource, "flatpak(org.broken)")));
    }

    [Fact]
    public void Without_their_folder_only_a_whole_host_has_none()
    {
        Assert.Equal("unknown missing-source", Observed.Text(host.Ask(AppFacts.SnapSource, "snap(lxd)")));

        host.WithFolder("usr/bin").With("etc/passwd", "root:x:0:0::/:\n");

        Assert.Equal("absent", Observed.Text(host.Ask(AppFacts.SnapSource, "snap(lxd)")));
        Assert.Equal("absent", Observed.Text(host.Ask(AppFacts.FlatpakSource, "flatpak(org.gimp.GIMP)")));
    }

    private Observation Ask(string fact) => host.Ask(PackageFacts.Source, fact);

    private string? Text(string fact, string field) => SoftwareHost.Text(SoftwareHost.Field(Ask(fact), field));
}
