using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace Policy.Tests.Reporting;

/// <summary>Documents as browsers and forges see them.</summary>
internal static class Documents
{
    private static readonly MarkdownPipeline Forge = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmojiAndSmiley().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseMathematics().UseAlertBlocks().Build();

    /// <summary>The page of some HTML.</summary>
    public static IDocument Html(string html) => new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);

    /// <summary>The page that a forge makes of some Markdown.</summary>
    public static IDocument Markdown(string markdown) => Html(Markdig.Markdown.ToHtml(markdown, Forge));

    /// <summary>Elements and names of attributes, without what text they hold.</summary>
    public static IReadOnlyList<string> Shape(IDocument document) =>
        [.. document.All.Select(element => $"{new string(' ', Depth(element))}{element.LocalName} {Attributes(element)}")];

    /// <summary>The text in which forges look for mentions, references and addresses: what is no code and no link.</summary>
    public static IEnumerable<string> Prose(IDocument document) => document.Body!.Descendants<IText>()
        .Where(text => text.ParentElement!.Closest("code, pre, a, style, script") is null)
        .Select(text => text.Data);

    private static string Attributes(IElement element) => string.Join(' ', element.Attributes.Select(attribute => attribute.Name));

    private static int Depth(IElement element) => element.ParentElement is { } parent ? Depth(parent) + 1 : 0;
}
