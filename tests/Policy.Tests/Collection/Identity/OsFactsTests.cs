namespace Policy.Tests.Collection.Identity;

public class OsFactsTests
{
    [Fact]
    public void The_administrators_file_hides_that_of_the_distribution()
    {
        using var host = new ForgedHost().With("etc/os-release", "ID=one\n").With("usr/lib/os-release", "ID=two\nVERSION_ID=2\n");

        Assert.Equal("one", Text(host, "os.id"));
        Assert.Equal("absent", Text(host, "os.version_id"));
    }

    [Fact]
    public void A_link_that_leads_nowhere_leaves_the_distributions_file()
    {
        using var host = new ForgedHost().WithLink("etc/os-release", "../gone").With("usr/lib/os-release", "ID=two\n");

        Assert.Equal("two", Text(host, "os.id"));
    }

    [Theory]
    [InlineData("ID=\"a b\" # why\n", "a b")]
    [InlineData("ID='a\\b'\n", "a\\b")]
    [InlineData("ID=\"a\\\"b\\$c\"\n", "a\"b$c")]
    [InlineData("ID=Wind River\n", "Wind River")]
    [InlineData("\uFEFFID=x\r\n", "x")]
    [InlineData("ID=a\nID=b\n", "b")]
    [InlineData("# ID=a\nNAME=x\n", "linux")]
    [InlineData("ID=\nNAME=x\n", "absent")]
    [InlineData("no assignment\n", "unknown malformed")]
    [InlineData("", "unknown malformed")]
    public void Values_are_read_as_a_shell_would(string file, string id)
    {
        using var host = new ForgedHost().With("etc/os-release", file);

        Assert.Equal(id, Text(host, "os.id"));
    }

    [Theory]
    [InlineData("etc/redhat-release", "Red Hat Enterprise Linux Server release 6.5 (Santiago)\n", "rhel 6.5 Santiago")]
    [InlineData("etc/system-release", "Amazon Linux AMI release 2014.03\n", "amzn 2014.03 absent")]
    [InlineData("etc/lsb-release", "DISTRIB_ID=LinuxMint\nDISTRIB_RELEASE=19.1\nDISTRIB_CODENAME=tessa\n", "linuxmint 19.1 tessa")]
    [InlineData("etc/lsb-release", "LSB_VERSION=base-4.0-amd64\n", "unknown missing-source unknown missing-source unknown missing-source")]
    [InlineData("etc/redhat-release", "Something else 6.5\n", "unknown missing-source unknown missing-source unknown missing-source")]
    public void Older_distributions_have_other_files(string path, string text, string expected)
    {
        using var host = new ForgedHost().With(path, text);

        Assert.Equal(expected, $"{Text(host, "os.id")} {Text(host, "os.version_id")} {Text(host, "os.version_codename")}");
    }

    [Theory]
    [InlineData("etc/os-release", "ID=freebsd\n", "freebsd")]
    [InlineData("etc/os-release", "ID=ghostbsd\nID_LIKE=freebsd\n", "freebsd")]
    [InlineData("etc/os-release", "ID=omnios\nID_LIKE=illumos\n", "unknown unsupported")]
    [InlineData("etc/os-release", "ID=alpine\n", "linux")]
    [InlineData("proc/version", "Linux version 6.1.0 (x) #1\n", "linux")]
    [InlineData("proc/version", "NetBSD version 9.2\n", "unknown missing-source")]
    [InlineData("proc/meminfo", "MemTotal: 1 kB\n", "linux")]
    [InlineData("etc/passwd", "root:x:0:0::/:/bin/sh\n", "unknown missing-source")]
    public void The_family_follows_from_what_is_there(string path, string text, string family)
    {
        using var host = new ForgedHost().With(path, text);

        Assert.Equal(family, Text(host, "os.family"));
    }

    [Theory]
    [InlineData("ID=flatcar\n", null, "true")]
    [InlineData("ID=fedora\nVARIANT_ID=coreos\n", null, "true")]
    [InlineData("ID=debian\n", null, "unknown missing-source")]
    [InlineData("ID=debian\n", "/dev/sda / ext4 rw,relatime 0 0\n", "false")]
    [InlineData("ID=other\n", "/dev/sda / ext4 rw 0 0\n/dev/sdb /usr squashfs ro 0 0\n", "true")]
    public void An_immutable_system_is_known_by_name_or_by_its_mounts(string release, string? mounts, string expected)
    {
        using var host = new ForgedHost().With("etc/os-release", release);
        _ = mounts is null ? host : host.With("proc/mounts", mounts);

        Assert.Equal(expected, Text(host, "os.immutable"));
    }

    [Theory]
    [InlineData("proc/sys/kernel/osrelease", "5.14.0-503.el9.x86_64\n", "5.14.0-503.el9.x86_64")]
    [InlineData("proc/version", "Linux version 4.4.0-1 (builder@x) (gcc) #1 SMP\n", "4.4.0-1")]
    [InlineData(".policy/commands/uname -r", "6.1.0\n", "6.1.0")]
    [InlineData("proc/sys/kernel/osrelease", "\n", "unknown malformed")]
    [InlineData("proc/uptime", "1 1\n", "unknown missing-source")]
    public void The_kernel_has_a_release(string path, string text, string release)
    {
        using var host = new ForgedHost().With(path, text);

        Assert.Equal(release, Text(host, "kernel.release"));
    }

    [Fact]
    public void A_release_that_is_no_version_is_malformed()
    {
        using var host = new ForgedHost().With("proc/sys/kernel/osrelease", "next\n");

        Assert.Equal("next", Text(host, "kernel.release"));
        Assert.IsType<Core.Facts.Unknown>(host.Look("kernel.version"));
    }

    [Theory]
    [InlineData("proc/sys/kernel/hostname", "pve01\n", "pve01")]
    [InlineData("etc/hostname", "# static\n\n web01 \n", "web01")]
    [InlineData("etc/hostname", "\n", "unknown malformed")]
    public void A_host_has_a_name(string path, string text, string name)
    {
        using var host = new ForgedHost().With(path, text);

        Assert.Equal(name, Text(host, "host.name"));
    }

    private static string Text(ForgedHost host, string fact) => Observed.Text(host.Look(fact));
}
