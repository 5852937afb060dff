using Policy.Reporting.Templates;

namespace Policy.Tests.Reporting;

public sealed class MarkdownTextTests
{
    public static TheoryData<string> Texts => Hostile.Texts;

    [Theory]
    [InlineData("a plain sentence, with 3 numbers (and 4 GiB).", "a plain sentence, with 3 numbers (and 4 GiB).")]
    [InlineData("a\n b", "a b")]
    [InlineData("a_b", "a&#95;b")]
    [InlineData("@root", "@&#8203;root")]
    [InlineData("1. x", "1&#46; x")]
    [InlineData("in 2026. x", "in 2026. x")]
    [InlineData("", "")]
    public void Words_stay_words(string text, string expected)
    {
        Assert.Equal(expected, MarkdownText.Escape(text));
    }

    [Theory]
    [InlineData("kvm_intel", "`kvm_intel`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("``", "``` `` ```")]
    [InlineData("a|b", "<code>a&#124;b</code>")]
    [InlineData("", "")]
    public void Code_is_longer_than_what_it_holds(string text, string expected)
    {
        Assert.Equal(expected, MarkdownText.Code(text));
    }

    [Theory]
    [InlineData("ls\n", "```sh\nls\n```")]
    [InlineData("a\n````\nb", "`````sh\na\n````\nb\n`````")]
    public void A_fence_is_longer_than_what_it_holds(string text, string expected)
    {
        Assert.Equal(expected, MarkdownText.Fence(text, "sh"));
    }

    [Theory]
    [InlineData("https://a.example/b_(c)?d=e&f#g", "[x](https://a.example/b_%28c%29?d=e&amp;f#g)")]
    [InlineData("javascript:x", "x")]
    [InlineData("https://a.example/ b", "x")]
    public void A_link_leads_only_to_a_page(string address, string expected)
    {
        Assert.Equal(expected, MarkdownText.Link("x", address));
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Code_and_words_come_back_as_they_were_but_on_one_line(string text)
    {
        var page = Documents.Markdown($"- {MarkdownText.Code(text)}\n- {MarkdownText.Escape(text)}\n");
        var expected = VisibleText.OneLine(text);

        var items = page.QuerySelectorAll("li").Select(item => item.TextContent.Trim('\n').Replace("\u200B", string.Empty, StringComparison.Ordinal)).ToList();

        Assert.Equal([expected, expected], items);
    }
}
