using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostRootEntryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private HostRoot Root => HostRoot.OfFolder(folder.Path);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("echo text > it; chmod 4751 it", HostEntryKind.File, 4751)]
    [InlineData("mkdir it; chmod 1777 it", HostEntryKind.Directory, 1777)]
    [InlineData("mkfifo -m 640 it", HostEntryKind.Fifo, 640)]
    [InlineData("echo text > other; chmod 600 other; ln -s /other it", HostEntryKind.File, 600)]
    [InlineData("ln -s gone it", HostEntryKind.Link, 777)]
    [InlineData("ln -s it it", HostEntryKind.Link, 777)]
    public void An_entry_tells_kind_and_mode(string script, HostEntryKind kind, int octal)
    {
        folder.Shell(script);

        var entry = Root.Entry("it").Content!;

        Assert.Equal((kind, Convert.ToInt32($"{octal}", 8)), (entry.Kind, entry.Mode));
    }

    [Fact]
    public void A_device_has_its_numbers_and_is_not_opened()
    {
        if (Environment.UserName != "root" || !OperatingSystem.IsLinux())
        {
            return;
        }

        folder.Shell("mknod it c 1 5");

        Assert.Equal(new DeviceNumber(1, 5), Root.Entry("it").Content!.Device);
        Assert.Equal(new Failed<byte[]>(UnknownCause.Malformed, "it", "a character device"), Root.Bytes("it"));
    }

    [Fact]
    public void The_root_itself_is_a_folder()
    {
        Assert.Equal(HostEntryKind.Directory, Root.Entry("/").Content!.Kind);
    }

    [Fact]
    public void A_link_says_what_it_says()
    {
        folder.Shell("ln -s ../usr/lib/os-release it");

        Assert.Equal(new Got<string>("../usr/lib/os-release", "it"), Root.Link("it"));
    }

    [Fact]
    public void A_file_is_no_link()
    {
        folder.Write("it", "text");

        Assert.Equal(new Failed<string>(UnknownCause.Malformed, "it", "not a link"), Root.Link("it"));
    }

    [Fact]
    public void The_link_behind_a_linked_folder_is_read_in_the_root()
    {
        folder.Shell("mkdir real; ln -s target real/it; ln -s /real folder");

        Assert.Equal(new Got<string>("target", "folder/it"), Root.Link("folder/it"));
    }

    [Fact]
    public void A_target_is_relative_to_the_root()
    {
        folder.Shell("mkdir -p usr/lib etc; touch usr/lib/os-release; ln -s ../usr/lib/os-release etc/os-release");

        Assert.Equal(new Got<string>("usr/lib/os-release", "etc/os-release"), Root.Target("/etc/os-release"));
    }

    [Fact]
    public void A_folder_named_with_a_slash_at_its_end_is_the_same()
    {
        folder.Shell("mkdir a; touch a/b");

        Assert.Equal("a/b", HostRoot.OfFolder($"{folder.Path}/").Target("a/b").Content);
    }
}
