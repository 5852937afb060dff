using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostRootTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private HostRoot Root => HostRoot.OfFolder(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_gives_its_lines_without_their_ends()
    {
        folder.Write("etc/hosts", "one\n\ntwo\n");

        var lines = Root.Lines("/etc/hosts");

        Assert.Equal(["one", "", "two"], lines.Content!);
        Assert.Equal("etc/hosts", Assert.IsType<Got<string[]>>(lines).Source);
    }

    [Fact]
    public void An_empty_file_has_no_lines()
    {
        folder.Write("empty", "");

        Assert.Empty(Root.Lines("empty").Content!);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("nothing/below")]
    [InlineData("file/below")]
    [InlineData("dangling")]
    [InlineData("zero")]
    public void What_is_not_there_is_missing(string path)
    {
        folder.Write("file", "text");
        folder.Shell("ln -s gone dangling; ln -s /dev/zero zero");

        Assert.Equal(new Missing<string>(path), Root.Text(path));
    }

    [Theory]
    [InlineData("mkfifo it", "a FIFO")]
    [InlineData("mkdir it", "a directory")]
    [InlineData("mkfifo pipe; ln -s pipe it", "a FIFO")]
    [InlineData("ln -s it it", "ELOOP")]
    [InlineData("ln -s other it; ln -s /it other", "ELOOP")]
    [InlineData("ln -s it/x it", "ELOOP")]
    [InlineData("ln -s \"$(printf 'caf\\351')\" it", "EILSEQ")]
    [InlineData("truncate -s 3G it", "larger than 16777216 bytes")]
    public void What_is_no_readable_file_is_malformed(string script, string detail)
    {
        folder.Shell(script);

        Assert.Equal(new Failed<byte[]>(UnknownCause.Malformed, "it", detail), Root.Bytes("it"));
    }

    [Fact]
    public void A_socket_is_malformed()
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Join(folder.Path, "it")));

        Assert.Equal(new Failed<byte[]>(UnknownCause.Malformed, "it", "a socket"), Root.Bytes("it"));
    }

    [Theory]
    [InlineData(41, true)]
    [InlineData(40, false)]
    public void A_chain_has_at_most_forty_links(int links, bool isRefused)
    {
        folder.Write("link0", "text");
        folder.Shell($"i=1; while [ $i -le {links} ]; do ln -s link$((i-1)) link$i; i=$((i+1)); done");

        var text = Root.Text($"link{links}");

        Assert.Equal(isRefused ? new Failed<string>(UnknownCause.Malformed, $"link{links}", "ELOOP") : new Got<string>("text", $"link{links}"), text);
    }

    [Theory]
    [InlineData("absolute")]
    [InlineData("folder/secret")]
    [InlineData("up")]
    [InlineData("../secret")]
    [InlineData("../../../../../../../secret")]
    [InlineData("deep/../../../secret")]
    [InlineData("out/secret")]
    public void Nothing_leaves_the_folder(string path)
    {
        File.WriteAllText(Path.Join(folder.Outside, "secret"), "outside");
        folder.Write("secret", "inside");
        folder.Shell("mkdir deep; ln -s /secret absolute; ln -s / folder; ln -s ../../secret up; ln -s ../.. out");

        Assert.Equal(new Got<string>("inside", path), Root.Text(path));
    }

    [Fact]
    public void A_link_to_an_absolute_path_outside_is_missing()
    {
        var secret = Path.Join(folder.Outside, "secret");
        File.WriteAllText(secret, "outside");
        folder.Shell($"ln -s {secret} it");

        Assert.Equal(new Missing<string>("it"), Root.Text("it"));
    }

    [Fact]
    public void A_file_of_another_is_denied()
    {
        folder.Write("shadow", "text");
        folder.Shell("chmod 0 shadow; chmod 755 . ..");

        var text = Nobody.Run(() => Root.Text("shadow"));

        Assert.Equal(new Failed<string>(UnknownCause.Denied, "shadow", "EACCES"), text);
    }

    [Fact]
    public void What_is_behind_a_closed_folder_is_denied_and_not_missing()
    {
        folder.Write("closed/deep/file", "text");
        folder.Shell("chmod 0 closed; chmod 755 . ..");

        var text = Nobody.Run(() => Root.Text("closed/deep/file"));
        var entry = Nobody.Run(() => Root.Entry("closed/nothing"));
        var names = Nobody.Run(() => Root.Names("closed"));

        Assert.Equal(new Failed<string>(UnknownCause.Denied, "closed/deep/file", "EACCES"), text);
        Assert.Equal(new Failed<HostEntry>(UnknownCause.Denied, "closed/nothing", "EACCES"), entry);
        Assert.Equal(UnknownCause.Denied, Assert.IsType<Failed<string[]>>(names).Cause);
    }

    [Fact]
    public void A_file_of_exactly_the_most_bytes_is_read()
    {
        folder.Write("file", "12345");

        Assert.Equal(5, Root.Bytes("file", 5).Content!.Length);
        Assert.Equal(new Failed<byte[]>(UnknownCause.Malformed, "file", "larger than 4 bytes"), Root.Bytes("file", 4));
    }

    [Fact]
    public void Bytes_that_are_no_text_become_the_replacement_character()
    {
        folder.Shell("printf 'a\\377b' > it");

        Assert.Equal(new Got<string>("a\uFFFDb", "it"), Root.Text("it"));
    }

    [Fact]
    public void Names_are_in_ordinal_order_even_if_they_are_no_text()
    {
        folder.Shell("mkdir it; cd it; touch b A .c \"$(printf 'x\\377')\"");

        Assert.Equal([".c", "A", "b", "x\uFFFD"], Root.Names("it").Content!);
    }

    [Fact]
    public void Names_of_a_file_are_malformed()
    {
        folder.Write("it", "text");

        Assert.Equal(new Failed<string[]>(UnknownCause.Malformed, "it", "a regular file"), Root.Names("it"));
    }

    [Fact]
    public void A_path_with_nul_is_not_cut_there()
    {
        folder.Write("it", "text");

        Assert.IsType<Failed<string>>(Root.Text("it\0x"));
    }
}
