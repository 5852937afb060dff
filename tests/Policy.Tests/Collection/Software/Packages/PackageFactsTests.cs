using Policy.Collection.Sources.Software.Packages;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Packages;

public sealed class PackageFactsTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("package(*)")]
    [InlineData("package(bash)")]
    [InlineData("packages.managers")]
    [InlineData("packages.scheme")]
    public void A_host_without_a_database_is_unknown(string path)
    {
        var observation = host.Ask(PackageFacts.Source, path);

        Assert.Equal(UnknownCause.MissingSource, Assert.IsType<Unknown>(observation).Cause);
    }

    [Fact]
    public void An_empty_database_has_no_packages_and_no_scheme()
    {
        host.With("lib/apk/db/installed");

        Assert.Equal(new Absent(string.Empty), host.Ask(PackageFacts.Source, "packages.scheme"));
        Assert.IsType<Absent>(host.Ask(PackageFacts.Source, "package(musl)"));
    }

    [Fact]
    public void The_database_with_the_most_packages_is_the_hosts_own()
    {
        host.With("lib/apk/db/installed", "P:musl\nV:1.2-r0\nA:x86_64\n").WithPackages(("bash", "5.2"));

        var scheme = host.Ask(PackageFacts.Source, "packages.scheme");
        var foreign = host.Ask(PackageFacts.Source, "package(musl)");

        Assert.Equal("deb", SoftwareHost.Text(scheme));
        Assert.Equal(UnknownCause.Unsupported, Assert.IsType<Unknown>(SoftwareHost.Field(foreign, "version")).Cause);
    }

    [Fact]
    public void An_unreadable_second_database_leaves_open_what_is_not_found()
    {
        host.WithPackages(("bash", "5.2")).With("var/lib/rpm/Packages", "berkeley");

        var (found, other) = (host.Ask(PackageFacts.Source, "package(bash)"), host.Ask(PackageFacts.Source, "package(vim)"));
        var all = Assert.IsType<MapValue>(Assert.IsType<Present>(host.Ask(PackageFacts.Source, "package(*)")).Value);

        Assert.Equal("5.2", SoftwareHost.Text(SoftwareHost.Field(found, "version")));
        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(other).Cause);
        Assert.False(all.IsComplete);
    }

    [Fact]
    public void A_pacman_folder_gives_name_version_and_architecture()
    {
        host.With("var/lib/pacman/local/ALPM_DB_VERSION", "9\n")
            .With("var/lib/pacman/local/acl-2.2.52-3/desc", "%NAME%\nacl\n\n%VERSION%\n2.2.52-3\n\n%ARCH%\nx86_64\n\n");

        var package = host.Ask(PackageFacts.Source, "package(acl)");

        Assert.Equal("2.2.52-3", SoftwareHost.Text(SoftwareHost.Field(package, "version")));
        Assert.Equal("pacman", SoftwareHost.Text(host.Ask(PackageFacts.Source, "packages.scheme")));
    }

    [Fact]
    public void The_captured_apk_database_has_its_packages()
    {
        if (Captures.Folder("packages/alpine-apk") is not { } folder)
        {
            return;
        }

        var map = Assert.IsType<MapValue>(Assert.IsType<Present>(SoftwareHost.Ask(PackageFacts.Source, SoftwareHost.Of(folder), "package(*)")).Value);

        Assert.Equal(16, map.Entries.Items.Count);
        Assert.Equal("1.1.14-r10", SoftwareHost.Text(SoftwareHost.Field(map.Entries.Items["musl"], "version")));
    }
}
