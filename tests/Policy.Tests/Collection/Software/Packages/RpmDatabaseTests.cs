using Policy.Collection;
using Policy.Collection.Sources.Software.Packages;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Packages;

public sealed class RpmDatabaseTests : IDisposable
{
    private const string File = "usr/lib/sysimage/rpm/rpmdb.sqlite";

    private readonly SoftwareHost host = new();

    private static string Recorded => Path.Join(Captures.RepositoryRoot, "tests/hosts/rpm");

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("bash", "5.1.8-6.el9", "x86_64")]
    [InlineData("docker-ce", "3:24.0.7-1.el9", "x86_64")]
    [InlineData("kernel-core", "5.14.0-362.8.1.el9", "x86_64")]
    [InlineData("glibc", "2.34-83.el9", "x86_64")]
    [InlineData("glibc.i686", "2.34-83.el9", "i686")]
    [InlineData("gpg-pubkey", "8483c65d-5ccc5b19", null)]
    [InlineData("lib11", "1.0-11", "x86_64")]
    public void A_package_has_its_version_with_epoch_and_release(string name, string version, string? architecture)
    {
        var package = SoftwareHost.Ask(PackageFacts.Source, SoftwareHost.Of(Recorded), $"package({name})");

        Assert.Equal(version, SoftwareHost.Text(SoftwareHost.Field(package, "version")));
        Assert.Equal(architecture, SoftwareHost.Text(SoftwareHost.Field(package, "architecture")));
    }

    [Fact]
    public void What_the_write_ahead_log_has_committed_counts_and_nothing_more()
    {
        var folder = SoftwareHost.Of(Path.Join(Captures.RepositoryRoot, "tests/hosts/rpm-log"));

        var map = Assert.IsType<MapValue>(Assert.IsType<Present>(SoftwareHost.Ask(PackageFacts.Source, folder, "package(*)")).Value);

        Assert.Equal("2:4.9.4-1.el9", SoftwareHost.Text(SoftwareHost.Field(map.Entries.Items["podman"], "version")));
        Assert.DoesNotContain("bash", map.Entries.Items.Keys);
        Assert.DoesNotContain(map.Entries.Items.Keys, key => key.StartsWith("never", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rpm-berkeley", "bash", "5.1.8-6.el9", "x86_64")]
    [InlineData("rpm-berkeley", "docker-ce", "3:24.0.7-1.el9", "x86_64")]
    [InlineData("rpm-berkeley", "glibc.i686", "2.34-83.el9", "i686")]
    [InlineData("rpm-slots", "bash", "5.1.8-6.el9", "x86_64")]
    [InlineData("rpm-slots", "docker-ce", "3:24.0.7-1.el9", "x86_64")]
    [InlineData("rpm-slots", "glibc.i686", "2.34-83.el9", "i686")]
    public void The_older_formats_say_the_same(string folder, string name, string version, string architecture)
    {
        var package = SoftwareHost.Ask(PackageFacts.Source, SoftwareHost.Of(Path.Join(Captures.RepositoryRoot, $"tests/hosts/{folder}")), $"package({name})");

        Assert.Equal(version, SoftwareHost.Text(SoftwareHost.Field(package, "version")));
        Assert.Equal(architecture, SoftwareHost.Text(SoftwareHost.Field(package, "architecture")));
    }

    [Theory]
    [InlineData("Packages")]
    [InlineData("Packages.db")]
    public void A_file_in_none_of_the_formats_is_malformed(string name)
    {
        host.With($"var/lib/rpm/{name}", new string('b', 4096));

        var package = host.Ask(PackageFacts.Source, "package(bash)");

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(package).Cause);
    }

    [Theory]
    [InlineData("rpm-berkeley", "Packages")]
    [InlineData("rpm-slots", "Packages.db")]
    public void A_damaged_file_of_an_older_format_never_breaks_its_reader(string folder, string name)
    {
        var sound = System.IO.File.ReadAllBytes(Path.Join(Captures.RepositoryRoot, $"tests/hosts/{folder}/var/lib/rpm/{name}"));
        var random = new Random(13);
        for (var round = 0; round < Exam.Times(400); round++)
        {
            var bytes = round % 4 == 0 ? sound[..random.Next(sound.Length)] : (byte[])sound.Clone();
            for (var change = 0; change < 1 + (round % 40) && bytes.Length > 0; change++)
            {
                bytes[random.Next(round % 3 == 0 ? Math.Min(bytes.Length, 600) : bytes.Length)] = (byte)random.Next(256);
            }

            Directory.CreateDirectory(Path.Join(host.Folder, "var/lib/rpm"));
            System.IO.File.WriteAllBytes(Path.Join(host.Folder, $"var/lib/rpm/{name}"), bytes);

            Assert.IsNotType<Missing<PackageMap>>(RpmDatabase.Definition.Read(HostRoot.OfFolder(host.Folder)));
            Assert.IsNotType<Missing<Dictionary<string, string>>>(RpmDatabase.Definition.Programs(HostRoot.OfFolder(host.Folder)));
        }
    }

    [Fact]
    public void A_damaged_database_ends_as_malformed_and_never_in_a_circle()
    {
        var sound = System.IO.File.ReadAllBytes(Path.Join(Recorded, File));
        var random = new Random(7);

        for (var round = 0; round < 400; round++)
        {
            var bytes = round % 4 == 0 ? sound[..random.Next(sound.Length)] : (byte[])sound.Clone();
            for (var change = 0; change < 1 + (round % 40) && bytes.Length > 0; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.IsNotType<Missing<PackageMap>>(Read(bytes, []));
        }
    }

    [Fact]
    public void A_damaged_log_never_breaks_the_reader()
    {
        var folder = Path.Join(Captures.RepositoryRoot, "tests/hosts/rpm-log/var/lib/rpm/rpmdb.sqlite");
        var (file, sound) = (System.IO.File.ReadAllBytes(folder), System.IO.File.ReadAllBytes(folder + "-wal"));
        var random = new Random(11);

        for (var round = 0; round < 200; round++)
        {
            var log = sound[..random.Next(sound.Length)];
            for (var change = 0; change < round % 5 && log.Length > 0; change++)
            {
                log[random.Next(log.Length)] = (byte)random.Next(256);
            }

            Assert.IsType<Got<PackageMap>>(Read(file, log));
        }
    }

    private Reading<PackageMap> Read(byte[] file, byte[] log)
    {
        Directory.CreateDirectory(Path.Join(host.Folder, "usr/lib/sysimage/rpm"));
        System.IO.File.WriteAllBytes(Path.Join(host.Folder, File), file);
        System.IO.File.WriteAllBytes(Path.Join(host.Folder, File + "-wal"), log);
        return RpmDatabase.Definition.Read(HostRoot.OfFolder(host.Folder));
    }
}
