namespace Policy.Tests.Collection.Kernel;

public sealed class FileTests
{
    [Fact]
    public void A_file_has_a_type_a_mode_and_a_size()
    {
        using var host = new KernelHost().With("etc/docker/daemon.json", "{}\n");
        host.Shell("chmod 0640 etc/docker/daemon.json");

        var answer = host.Ask("file(/etc/docker/daemon.json)");

        Assert.Contains("mode=0640", answer, StringComparison.Ordinal);
        Assert.Contains("size=3 type=file", answer, StringComparison.Ordinal);
        Assert.Contains("size=absent type=directory", host.Ask("file(/etc/docker)"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_captured_files_prove_no_absence()
    {
        using var host = new KernelHost().With("etc/os-release", "ID=x\n");

        Assert.Equal("unknown missing-source", host.Ask("file(/etc/docker/daemon.json)"));
        Assert.Equal("unknown missing-source", host.Ask("idmap.uid_ranges"));
        Assert.Equal("unknown missing-source", host.Ask("idmap.newuidmap"));
    }

    [Fact]
    public void A_whole_captured_file_system_proves_absence_except_of_what_the_kernel_makes()
    {
        using var host = new KernelHost().With("etc/passwd", string.Empty).With("usr/bin/true", string.Empty);

        Assert.Equal("absent", host.Ask("file(/etc/docker/daemon.json)"));
        Assert.Equal("absent", host.Ask("idmap.newgidmap"));
        Assert.Equal("unknown missing-source", host.Ask("device(/dev/kvm)"));
    }

    [Fact]
    public void A_file_in_the_place_of_a_device_is_no_device()
    {
        using var host = new KernelHost().With("dev/kvm", string.Empty);

        Assert.Contains("type=other", host.Ask("device(/dev/kvm)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_are_read_line_by_line()
    {
        using var host = new KernelHost().With("etc/subuid", "# none\nalice:100000:65536\n1001:165536:65536\nbroken\n");

        Assert.Equal("count=65536 owner=alice start=100000 count=65536 owner=1001 start=165536", host.Ask("idmap.uid_ranges"));
    }

    [Fact]
    public void Ranges_from_a_directory_service_are_unknown()
    {
        using var host = new KernelHost().With("etc/subuid", "alice:100000:65536\n").With("etc/nsswitch.conf", "passwd: files\nsubid: sss\n");

        Assert.Equal("unknown unsupported", host.Ask("idmap.uid_ranges"));
    }

    [Fact]
    public void A_program_may_run_as_its_owner()
    {
        using var host = new KernelHost().With("usr/bin/newuidmap", string.Empty);
        host.Shell("chmod 4755 usr/bin/newuidmap");

        Assert.Contains("mode=4755 path=/usr/bin/newuidmap setuid=true", host.Ask("idmap.newuidmap"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0100000280000000000000000000000000000000", "true")]
    [InlineData("010000038000000000000000000000000000000000000000", "true")]
    [InlineData("0100000380000000000000000000000000000000a0860100", "false")]
    [InlineData("0000000280000000000000000000000000000000", "false")]
    [InlineData("0100000240000000000000000000000000000000", "false")]
    [InlineData("01000002800000000000000000000000000000", "unknown malformed")]
    [InlineData("0100000480000000000000000000000000000000", "unknown malformed")]
    [InlineData("ff", "unknown malformed")]
    [InlineData("", "unknown malformed")]
    public void A_file_capability_lets_a_program_write_maps(string attribute, string capable)
    {
        using var host = new KernelHost().With("usr/bin/newuidmap", string.Empty)
            .With(".policy/journal", $"policy journal 1 partial\nattribute\tusr/bin/newuidmap security.capability\tgot\tusr/bin/newuidmap\t{attribute}\n");

        Assert.Contains($"capable={capable} ", host.Ask("idmap.newuidmap"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_without_attributes_does_not_tell_what_a_program_may()
    {
        using var host = new KernelHost().With("usr/bin/newuidmap", string.Empty);

        Assert.Contains("capable=unknown missing-source ", host.Ask("idmap.newuidmap"), StringComparison.Ordinal);
    }
}
