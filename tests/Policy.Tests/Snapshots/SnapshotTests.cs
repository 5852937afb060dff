using Xunit.Sdk;

namespace Policy.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("snapshot").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_equal_text_passes_and_takes_away_what_was_received_before()
    {
        var stem = Path.Join(folder, "a");
        File.WriteAllText($"{stem}.verified.txt", "one\r\ntwo\r\n");
        File.WriteAllText($"{stem}.received.txt", "old");

        Snapshot.Compare("one\ntwo\n", "txt", stem);

        Assert.False(File.Exists($"{stem}.received.txt"));
    }

    [Fact]
    public void Another_text_fails_with_the_first_line_that_differs()
    {
        var stem = Path.Join(folder, "a");
        File.WriteAllText($"{stem}.verified.txt", "one\ntwo\nthree\n");

        var error = Assert.Throws<XunitException>(() => Snapshot.Compare("one\n2\nthree\n", "txt", stem, mayAccept: false));

        Assert.Contains("from line 2 on", error.Message, StringComparison.Ordinal);
        Assert.Contains("  - two\n  + 2\n", error.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("one\n2\nthree\n", File.ReadAllText($"{stem}.received.txt"));
    }
}
