using System.Diagnostics;
using Policy.Core.Diagnostics;

namespace Policy.Reporting.Templates;

/// <summary>The templates of the folder <c>reports</c>, embedded.</summary>
internal static class ShippedTemplates
{
    /// <summary>The HTML page.</summary>
    public static TemplateSource Html => Read("reports/report.html");

    /// <summary>The Markdown document.</summary>
    public static TemplateSource Markdown => Read("reports/report.md");

    /// <summary>The HTML page of changes.</summary>
    public static TemplateSource HtmlOfChanges => Read("reports/diff.html");

    /// <summary>The Markdown document of changes.</summary>
    public static TemplateSource MarkdownOfChanges => Read("reports/diff.md");

    /// <summary>The text of a file of the folder.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(ShippedTemplates).Assembly.GetManifestResourceStream(name) ?? throw new UnreachableException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static TemplateSource Read(string name) => TemplateSource.OfFile(new SourceText(name, Text(name)));
}
