using System.Collections.Immutable;
using Policy.Reporting.Formats;

namespace Policy.Cli.Outputs;

/// <summary>A form in which results can be written.</summary>
/// <param name="Name">What <c>--format</c> takes.</param>
/// <param name="Endings">The endings of files that are written in it.</param>
internal sealed record OutputFormat(string Name, ImmutableArray<string> Endings)
{
    /// <summary>One document with all hosts.</summary>
    public static readonly OutputFormat Json = new("json", [".json"]);

    /// <summary>One host a line.</summary>
    public static readonly OutputFormat NdJson = new("ndjson", [".ndjson", ".jsonl"]);

    /// <summary>A page for readers.</summary>
    public static readonly OutputFormat Html = new("html", [".html", ".htm"]);

    /// <summary>A text for forges.</summary>
    public static readonly OutputFormat Markdown = new("markdown", [".md", ".markdown"]);

    /// <summary>A text for forges that fits a comment.</summary>
    public static readonly OutputFormat Comment = new("comment", [".comment.md"]);

    /// <summary>A summary for people at a terminal.</summary>
    public static readonly OutputFormat Terminal = new("terminal", [".txt"]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<OutputFormat> Everything { get; } =
        [Terminal, Html, Markdown, Comment, Json, NdJson, .. ResultFormat.Everything.Select(format => new OutputFormat(format.Name, format.Endings) { Machine = format })];

    /// <summary>The form for other machines; null for one of this program's own.</summary>
    public ResultFormat? Machine { get; private init; }

    /// <summary>The format that a file's ending names; null if none does.</summary>
    public static OutputFormat? OfFile(string path) => Everything
        .SelectMany(format => format.Endings.Where(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Select(ending => (format, ending)))
        .OrderByDescending(item => item.ending.Length).FirstOrDefault().format;
}
