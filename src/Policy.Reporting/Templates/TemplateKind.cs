using Policy.Core.Diagnostics;

namespace Policy.Reporting.Templates;

/// <summary>What a template writes, and so how the values in it are escaped.</summary>
public enum TemplateKind
{
    /// <summary>Plain text: values stand as they are.</summary>
    Text,

    /// <summary>HTML: values are text or quoted attributes, never markup.</summary>
    Html,

    /// <summary>Markdown: values are words, never structure, links or mentions.</summary>
    Markdown,
}

/// <summary>A template and what it writes.</summary>
/// <param name="Text">The template and the name under which diagnostics show it.</param>
/// <param name="Kind">How values are escaped.</param>
public sealed record TemplateSource(SourceText Text, TemplateKind Kind)
{
    /// <summary>A template whose file's ending tells what it writes: <c>.html</c>, <c>.htm</c>, <c>.md</c>, <c>.markdown</c>, or else plain text.</summary>
    public static TemplateSource OfFile(SourceText text) => new(text, KindOf(text.File));

    /// <summary>What a template of that name writes.</summary>
    public static TemplateKind KindOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => TemplateKind.Html,
        ".MD" or ".MARKDOWN" => TemplateKind.Markdown,
        _ => TemplateKind.Text,
    };
}
