using Policy.Collection.Sources.Kernel;

namespace Policy.Tests.Collection.Kernel;

public sealed class MountTests
{
    private const string Table =
        """
        22 27 0:21 / /proc rw,nosuid - proc proc rw
        27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda ro,discard
        30 27 8:1 / /data\040disk rw - xfs /dev/sdb1 rw
        31 27 8:2 / /a/b rw - ext4 /dev/sdb2 rw
        32 27 8:3 / /a rw - ext4 /dev/sdb3 rw
        33 32 8:4 / /a/c rw - nfs4 server:/export rw
        34 27 0:9 / /two rw - tmpfs first rw
        35 34 0:10 / /two rw - tmpfs second rw
        garbage
        """;

    [Theory]
    [InlineData("/", "ext4")]
    [InlineData("/proc", "proc")]
    [InlineData("/proc/", "proc")]
    [InlineData("/data disk", "xfs")]
    [InlineData("/a", "ext4")]
    [InlineData("/a/c", "nfs4")]
    [InlineData("/a/b", null)]
    [InlineData("/nothing", null)]
    public void A_mount_is_what_can_be_seen_on_a_path(string path, string? type)
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Table);

        var answer = host.Ask($"mount({path})");

        Assert.Contains(type is null ? "absent" : $"type={type}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_on_one_path_the_upper_one_counts()
    {
        Assert.Equal("second", Assert.Single(MountTable.Parse(Table.Split('\n')).Mounts, mount => mount.Point == "/two").What.Source);
    }

    [Fact]
    public void A_read_only_file_system_makes_the_mount_read_only()
    {
        Assert.Equal(["ro", "relatime", "discard"], MountTable.Parse(Table.Split('\n')).Mounts.First(mount => mount.Point == "/").What.Options);
    }

    [Fact]
    public void A_captured_root_is_not_asked_for_its_room()
    {
        using var host = new KernelHost().With("proc/self/mountinfo", Table);

        Assert.Contains("total=unknown not-collected", host.Ask("mount(/)"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_table_is_enough()
    {
        using var host = new KernelHost().With("proc/mounts", "/dev/sda1 / ext4 rw,relatime 0 0\n");

        Assert.Contains("type=ext4", host.Ask("mount(/)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_table_a_mount_is_unknown()
    {
        using var host = new KernelHost();

        Assert.Equal("unknown missing-source", host.Ask("mount(/)"));
    }
}
