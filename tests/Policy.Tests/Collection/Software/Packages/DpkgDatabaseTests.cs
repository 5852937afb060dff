using System.Diagnostics;
using Policy.Collection;
using Policy.Collection.Sources.Software.Packages;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Packages;

public sealed class DpkgDatabaseTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public void A_removed_package_whose_configuration_is_left_is_absent()
    {
        host.With("var/lib/dpkg/status", "Package: git\nStatus: deinstall ok config-files\nVersion: 1\n\nPackage: vim\nStatus: hold ok installed\nVersion: 2:9\nArchitecture: amd64\n");

        var (git, vim) = (host.Ask(PackageFacts.Source, "package(git)"), host.Ask(PackageFacts.Source, "package(vim)"));

        Assert.Equal(new Absent("var/lib/dpkg/status"), git);
        Assert.Equal("2:9", SoftwareHost.Text(SoftwareHost.Field(vim, "version")));
        Assert.Equal("amd64", SoftwareHost.Text(SoftwareHost.Field(vim, "architecture")));
    }

    [Fact]
    public void An_image_without_dpkg_keeps_its_packages_in_parts_without_status()
    {
        host.With("var/lib/dpkg/status.d/tzdata", "Package: tzdata\nVersion: 2024a-0+deb12u1\nArchitecture: all")
            .With("var/lib/dpkg/status.d/tzdata.md5sums", "00 x");

        var package = host.Ask(PackageFacts.Source, "package(tzdata)");

        Assert.Equal("2024a-0+deb12u1", SoftwareHost.Text(SoftwareHost.Field(package, "version")));
    }

    [Fact]
    public void What_an_interrupted_dpkg_left_replaces_the_status()
    {
        host.WithPackages(("a", "1"), ("b", "1"))
            .With("var/lib/dpkg/updates/0000", "Package: a\nStatus: install ok installed\nVersion: 2\nArchitecture: amd64\n")
            .With("var/lib/dpkg/updates/0001", "Package: b\nStatus: install ok unpacked\nVersion: 2\nArchitecture: amd64\n");

        var (first, second) = (host.Ask(PackageFacts.Source, "package(a)"), host.Ask(PackageFacts.Source, "package(b)"));

        Assert.Equal("2", SoftwareHost.Text(SoftwareHost.Field(first, "version")));
        Assert.IsType<Absent>(second);
    }

    [Fact]
    public void A_package_of_two_architectures_has_two_keys()
    {
        host.WithPackages(("x", "1"))
            .With("var/lib/dpkg/status.d/y", "Package: x\nVersion: 1\nArchitecture: i386\n");

        var (own, foreign) = (host.Ask(PackageFacts.Source, "package(x)"), host.Ask(PackageFacts.Source, "package(x:i386)"));

        Assert.Equal("amd64", SoftwareHost.Text(SoftwareHost.Field(own, "architecture")));
        Assert.Equal("i386", SoftwareHost.Text(SoftwareHost.Field(foreign, "architecture")));
    }

    [Theory]
    [InlineData("Status: install ok installed\nVersion: 1\n")]
    [InlineData("\u0001\u0002\u0003")]
    public void A_damaged_status_file_is_unknown(string text)
    {
        host.With("var/lib/dpkg/status", text);

        var package = host.Ask(PackageFacts.Source, "package(a)");

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(package).Cause);
    }

    [Fact]
    public void The_captured_status_file_gives_what_dpkg_query_gives()
    {
        if (Captures.Folder("packages/ubuntu-dpkg") is not { } folder)
        {
            return;
        }

        var expected = File.ReadAllLines(Path.Join(folder, "expected.dpkg-query.tsv")).Where(line => line.StartsWith("ii", StringComparison.Ordinal)).Select(line => line[4..]);

        var packages = Listed(SoftwareHost.Of(folder));

        Assert.Equal(expected.Order(StringComparer.Ordinal), packages);
    }

    [Fact]
    public void The_live_status_file_gives_what_dpkg_query_gives()
    {
        if (!File.Exists("/var/lib/dpkg/status"))
        {
            return;
        }

        var start = new ProcessStartInfo("dpkg-query", ["-W", "-f", "${db:Status-Abbrev}\\t${Package}\\t${Version}\\t${Architecture}\\n"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var expected = process.StandardOutput.ReadToEnd().Split('\n').Where(line => line is [_, 'i', ..]).Select(line => line[4..]).ToList();

        var packages = Listed(new Host(HostRoot.Live, new HostCommands(HostRoot.Live), new HostOptions()));

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), packages);
    }

    private static IEnumerable<string> Listed(Host host)
    {
        var map = Assert.IsType<MapValue>(Assert.IsType<Present>(SoftwareHost.Ask(PackageFacts.Source, host, "package(*)")).Value);
        Assert.True(map.IsComplete);
        return map.Entries.Items
            .Select(item => $"{item.Key.Split(':')[0]}\t{SoftwareHost.Text(SoftwareHost.Field(item.Value, "version"))}\t{SoftwareHost.Text(SoftwareHost.Field(item.Value, "architecture"))}")
            .Order(StringComparer.Ordinal);
    }
}
