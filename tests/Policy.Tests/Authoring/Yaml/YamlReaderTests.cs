using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Tests.Authoring.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: &x 1", "POL1003", 1, 4, 2)]
    [InlineData("a:\n  - &anchor 1", "POL1003", 2, 5, 7)]
    [InlineData("a: *x", "POL1004", 1, 4, 2)]
    [InlineData("a:\n  b: !!str 1", "POL1005", 2, 6, 5)]
    [InlineData("a: !undefined!x 1", "POL1005", 1, 4, 1)]
    [InlineData("a: !<tag:x> 1", "POL1005", 1, 4, 8)]
    [InlineData("<<: { a: 1 }", "POL1006", 1, 1, 2)]
    [InlineData("<<: *x", "POL1006", 1, 1, 2)]
    [InlineData("a: 1\n---\nb: 2", "POL1007", 2, 1, 3)]
    [InlineData("a: 1\n'a': 2", "POL1008", 2, 1, 3)]
    [InlineData("? [a]\n: b", "POL1009", 1, 3, 1)]
    [InlineData("? {a: b}\n: b", "POL1009", 1, 3, 1)]
    [InlineData("a: x\u001By", "POL1011", 1, 5, 1)]
    [InlineData("a: x\u007F", "POL1011", 1, 5, 1)]
    [InlineData("a: x\u0085y", "POL1011", 1, 5, 1)]
    [InlineData("a: 1\nb: x\u202Ey", "POL1011", 2, 5, 1)]
    [InlineData("# \u2066", "POL1011", 1, 3, 1)]
    [InlineData("a: \u200Bx", "POL1011", 1, 4, 1)]
    [InlineData("a: \uFEFFx", "POL1011", 1, 4, 1)]
    [InlineData("a: \"\\u202E\"", "POL1011", 1, 4, 8)]
    [InlineData("a: \"\\e\"", "POL1011", 1, 4, 4)]
    [InlineData("", "POL1012", 1, 1, 1)]
    [InlineData("# nothing\n", "POL1012", 1, 1, 1)]
    [InlineData("---\n...\n", "POL1012", 1, 1, 1)]
    [InlineData("a:\n\tb: 1", "POL1002", 2, 1, 1)]
    [InlineData("- \t- a", "POL1002", 1, 3, 1)]
    [InlineData("a: \"b\n\tc\"", "POL1002", 2, 1, 1)]
    [InlineData("a: b: c", "POL1002", 1, 5, 1)]
    [InlineData("a: 'b", "POL1002", 1, 4, 1)]
    [InlineData("a: [1, 2\nb: c", "POL1002", 2, 1, 1)]
    [InlineData("a: @b", "POL1002", 1, 4, 1)]
    [InlineData("a: \"\\uD800\"", "POL1002", 1, 4, 1)]
    [InlineData("%YAML 2.0\n---\na: b", "POL1002", 1, 1, 9)]
    [InlineData("%YAML 1.1#\n---\na: b", "POL1002", 1, 1, 10)]
    public void What_the_language_does_not_allow_is_refused_at_its_place(string text, string code, int line, int column, int length)
    {
        var source = new SourceText("p.yaml", text);

        var diagnostic = Assert.Single(YamlReader.Read(source).Diagnostics);

        Assert.Equal((code, new SourceSpan("p.yaml", line, column, length)), (diagnostic.Code.Id, diagnostic.Span));
    }

    [Fact]
    public void Several_mistakes_are_told_at_once_and_the_rest_of_the_tree_is_kept()
    {
        var source = new SourceText("p.yaml", "a: &x 1\nb: !t 2\na: 3\nc: { d: 4, d: 5 }\n");

        var read = YamlReader.Read(source);

        Assert.Equal(["POL1003", "POL1005", "POL1008", "POL1008"], read.Diagnostics.Select(item => item.Code.Id));
        Assert.Equal(["a", "b", "c"], ((YamlMapping)read.Value!).Entries.Select(entry => entry.Key.Text));
    }

    [Fact]
    public void A_duplicate_key_names_the_first_place()
    {
        var source = new SourceText("p.yaml", "x:\n  key: 1\n  other: 2\n  key: 3\n");

        var diagnostic = Assert.Single(YamlReader.Read(source).Diagnostics);

        Assert.Equal("p.yaml:4:3: POL1008: the key `key` already stands at 2:3", diagnostic.ToString());
    }

    [Fact]
    public void A_document_with_a_part_missing_gives_no_tree()
    {
        var source = new SourceText("p.yaml", "a: 1\nb: *a\n");

        var read = YamlReader.Read(source);

        Assert.Null(read.Value);
    }

    [Theory]
    [InlineData("%YAML 1.2 # now\n---\na: b")]
    [InlineData("a: b\n...\n")]
    [InlineData("a: b # tab\there\n  \t\n")]
    [InlineData("a: |\n  \tindented\n")]
    [InlineData("a:\tb")]
    [InlineData("a: \"\\u200C\"")]
    [InlineData("\"a b\": 😀")]
    [InlineData("a: {b: , c}")]
    public void What_the_language_allows_is_read(string text)
    {
        var source = new SourceText("p.yaml", text);

        var read = YamlReader.Read(source);

        Assert.Empty(read.Diagnostics);
        Assert.NotNull(read.Value);
    }

    [Fact]
    public void Every_node_has_the_place_of_its_text_with_quotes_and_on_the_first_line()
    {
        var source = new SourceText("p.yaml", "a: 'x y'\nb: [1, {c: \"d\"}]\ne: >\n  folded\n  text\nf:\n  - g\n");

        var root = (YamlMapping)YamlReader.Read(source).Value!;

        Assert.Equal((1, 1, 8), Place(root));
        Assert.Equal((1, 4, 5), Place(root.Find("a")!));
        Assert.Equal((2, 4, 13), Place(root.Find("b")!));
        Assert.Equal((2, 8, 8), Place(((YamlSequence)root.Find("b")!).Items[1]));
        Assert.Equal((3, 4, 1), Place(root.Find("e")!));
        Assert.Equal((7, 3, 3), Place(root.Find("f")!));
    }

    [Theory]
    [InlineData("null", true)]
    [InlineData("~", true)]
    [InlineData("'null'", false)]
    [InlineData("\"~\"", false)]
    [InlineData("Null", false)]
    [InlineData("", false)]
    [InlineData("no", false)]
    public void Only_the_two_plain_words_are_null(string text, bool isNull)
    {
        var source = new SourceText("p.yaml", $"a: {text}\n");

        var scalar = (YamlScalar)((YamlMapping)YamlReader.Read(source).Value!).Find("a")!;

        Assert.Equal(isNull, scalar.IsNull);
    }

    [Theory]
    [InlineData("5.10")]
    [InlineData("012")]
    [InlineData("1e3")]
    [InlineData("yes")]
    [InlineData("2026-11-22")]
    [InlineData("0x1F")]
    public void A_scalar_is_the_text_that_stands_there(string text)
    {
        var source = new SourceText("p.yaml", $"a: {text}\n");

        var scalar = (YamlScalar)((YamlMapping)YamlReader.Read(source).Value!).Find("a")!;

        Assert.Equal((text, true), (scalar.Text, scalar.IsPlain));
    }

    private static (int Line, int Column, int Length) Place(YamlNode node) => (node.Span.Line, node.Span.Column, node.Span.Length);
}
