using System.Diagnostics;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Tests.Authoring.Yaml;

public sealed class YamlHostileTests
{
    /// <summary>Far more than any of them takes: other tests run beside.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Bombs => new()
    {
        { "100,000 lists in each other", Repeat("[", 100_000) },
        { "100,000 mappings in each other", Repeat("{a: ", 100_000) },
        { "100,000 block lists in each other", Repeat("- ", 100_000) },
        { "an anchor inside itself", "&a [*a]" },
        { "an anchor as its own key", "? &a [*a]\n: 1\n" },
        { "a billion laughs", "a: &a [x,x]\n" + string.Concat(Enumerable.Range('b', 20).Select(name => $"{(char)name}: &{(char)name} [*{(char)(name - 1)},*{(char)(name - 1)}]\n")) },
        { "100,000 keys that are lists", Repeat("? ", 100_000) },
        { "a plain scalar of 50 MB", "a: " + Repeat("x", 50_000_000) },
        { "a quoted scalar of 50 MB", "a: '" + Repeat("x", 50_000_000) + "'" },
        { "a block scalar of 50 MB", "a: |\n" + Repeat("  x\n", 12_500_000) },
        { "a comment of 50 MB", "a: 1 #" + Repeat("x", 50_000_000) },
        { "50 MB of line ends", "a:" + Repeat("\n", 50_000_000) + "  b" },
        { "a million anchors", Repeat("- &a 1\n", 1_000_000) },
        { "a million control characters", Repeat("- a\n", 1_000_000) + Repeat("\u0001", 1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_soon_and_cheaply(string name, string text)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var source = new SourceText(name, text);

        var read = YamlReader.Read(source);

        Assert.Null(read.Value);
        Assert.InRange(read.Diagnostics.Count, 1, 100);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512L << 20);
    }

    [Fact]
    public void The_deepest_allowed_document_is_read_and_one_level_more_is_refused_at_its_place()
    {
        var (deepest, deeper) = (Repeat("[", 64) + Repeat("]", 64), Repeat("[", 65) + Repeat("]", 65));

        var (read, refused) = (YamlReader.Read(new SourceText("p", deepest)), YamlReader.Read(new SourceText("p", deeper)));

        Assert.Empty(read.Diagnostics);
        Assert.Equal("p:1:65: POL1010: collections are nested more than 64 levels deep", Assert.Single(refused.Diagnostics).ToString());
    }

    [Fact]
    public void The_longest_allowed_scalar_is_read_and_one_byte_more_is_refused_at_its_place()
    {
        var (longest, longer) = ("a: " + Repeat("x", 1 << 20), "a: 1\nb: é" + Repeat("x", (1 << 20) - 1));

        var (read, refused) = (YamlReader.Read(new SourceText("p", longest)), YamlReader.Read(new SourceText("p", longer)));

        Assert.Empty(read.Diagnostics);
        Assert.Equal("p:2:4: POL1010: a scalar is longer than 1 MiB", Assert.Single(refused.Diagnostics).ToString());
    }

    [Fact]
    public void A_scalar_that_is_far_too_long_is_refused_at_its_place()
    {
        var source = new SourceText("p", "a:\n  - 1\n  - '" + Repeat("x", 20_000_000) + "'");

        var read = YamlReader.Read(source);

        Assert.Equal("p:3:5: POL1010: a scalar or comment is longer than 1 MiB", Assert.Single(read.Diagnostics).ToString());
    }

    [Fact]
    public void More_than_two_million_nodes_are_refused_at_the_first_one_beyond()
    {
        var (allowed, beyond) = ("[" + Repeat("a,", 1_999_999) + "]", "[" + Repeat("a,", 2_000_000) + "]");

        var (read, refused) = (YamlReader.Read(new SourceText("p", allowed)), YamlReader.Read(new SourceText("p", beyond)));

        Assert.Empty(read.Diagnostics);
        Assert.Equal("p:1:4000000: POL1010: the document has more than 2000000 nodes", Assert.Single(refused.Diagnostics).ToString());
    }

    [Fact]
    public void A_mutant_of_a_good_policy_never_throws_and_each_complaint_has_a_place()
    {
        var random = new Random(20261122);
        var lines = GoodPolicy.Text.Split('\n').Length;

        var complaints = Enumerable.Range(0, 3_000).SelectMany(_ => YamlReader.Read(new SourceText("p", YamlMutant.Of(GoodPolicy.Text, random))).Diagnostics).ToList();

        Assert.NotEmpty(complaints);
        Assert.All(complaints, item => Assert.True(item.Span is { Line: >= 1, Column: >= 1, Length: >= 1 } && item.Span.Line <= lines + 10, item.ToString()));
        Assert.All(complaints, item => Assert.DoesNotContain('\n', item.Message));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
