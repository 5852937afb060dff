using Policy.Reporting.Words;
using Scriban.Functions;
using Scriban.Runtime;

namespace Policy.Reporting.Templates;

/// <summary>Everything that a template can call: nothing reads a file, the clock, the environment or a random number.</summary>
internal static class TemplateFunctions
{
    /// <summary>The functions for documents of a kind; new ones each time, because a template can change them.</summary>
    /// <param name="kind">What the template writes.</param>
    /// <param name="words">The language.</param>
    public static ScriptObject For(TemplateKind kind, ReportWords words)
    {
        var functions = new ScriptObject
        {
            ["array"] = new ArrayFunctions(),
            ["string"] = new StringFunctions(),
            ["math"] = Math(),
            ["html"] = new ScriptObject { ["escape"] = Safe(HtmlText.Escape) },
            ["say"] = new TemplateFunction(1, 3, texts => Say(words, texts)),
            ["address"] = new TemplateFunction(1, 0, texts => HtmlText.Address(texts[0])),
        };
        if (kind == TemplateKind.Html)
        {
            functions["style"] = PageParts.Style;
            functions["script"] = PageParts.Script;
            functions["content_policy"] = PageParts.ContentPolicy;
        }

        if (kind == TemplateKind.Markdown)
        {
            functions["code"] = Safe(MarkdownText.Code);
            functions["fence"] = new TemplateFunction(1, 1, texts => new SafeText(MarkdownText.Fence(texts[0], texts[1])));
            functions["link"] = new TemplateFunction(2, 0, texts => new SafeText(MarkdownText.Link(texts[0], texts[1])));
        }

        return functions;
    }

    private static string Say(ReportWords words, string[] texts) =>
        words.Find(texts[0], texts.AsSpan(1)) ?? throw new ArgumentException($"there is no phrase `{texts[0]}`");

    private static MathFunctions Math()
    {
        var functions = new MathFunctions();
        functions.Remove("uuid");
        functions.Remove("random");
        return functions;
    }

    private static TemplateFunction Safe(Func<string, string> escape) => new(1, 0, texts => new SafeText(escape(texts[0])));
}
