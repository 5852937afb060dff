using System.Text.RegularExpressions;
using Policy.Reporting;
using Policy.Reporting.Templates;

namespace Policy.Tests.Reporting;

public sealed partial class HostileTextTests
{
    public static TheoryData<string> Texts => Hostile.Texts;

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void No_text_changes_the_elements_of_a_page(string text)
    {
        foreach (var (hostile, harmless) in new[] { (Hostile.Run(text), Hostile.Run("word")), (Hostile.Alone(text), Hostile.Alone("word")) })
        {
            var page = Documents.Html(Render.Text(Reports.Html(hostile)));

            Assert.Equal(Documents.Shape(Documents.Html(Render.Text(Reports.Html(harmless)))), Documents.Shape(page));
            Assert.All(page.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void No_text_changes_the_structure_of_a_Markdown_document_or_calls_anybody(string text)
    {
        foreach (var (hostile, harmless) in new[] { (Hostile.Run(text), Hostile.Run("word")), (Hostile.Alone(text), Hostile.Alone("word")) })
        {
            var page = Documents.Markdown(Render.Text(Reports.Markdown(hostile)));

            Assert.Equal(Documents.Shape(Documents.Markdown(Render.Text(Reports.Markdown(harmless)))), Documents.Shape(page));
            Assert.All(Documents.Prose(page), prose => Assert.DoesNotMatch(Called(), prose));
        }
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Nothing_in_a_document_is_invisible(string text)
    {
        foreach (var document in new[] { Render.Text(Reports.Html(Hostile.Run(text))), Render.Text(Reports.Markdown(Hostile.Run(text))) })
        {
            Assert.DoesNotMatch(Invisible(), document);
        }
    }

    [Fact]
    public void An_address_that_leads_to_a_page_is_a_link_and_others_are_text()
    {
        const string Template = "{{ for u in ['https://a.example/?b=c&d', 'javascript:x', 'HTTPS://x y'] }}<a href=\"{{ address u }}\">x</a>{{ end }}";

        var page = Documents.Html(Render.Text(Reports.Custom(Made.Run(), "t.html", Template, TemplateKind.Html)));

        Assert.Equal(["https://a.example/?b=c&d", "#", "#"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    // What forges look for in rendered text: mentions, references to issues, merge requests, labels and snippets, emoji, addresses, commits.
    [GeneratedRegex(
        @"@\w|#\d|[!~%&$]\d|[~%]\w|[A-Z]-\d|:\w+:|://|www\.|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();
}
