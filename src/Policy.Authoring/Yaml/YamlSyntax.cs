using YamlDotNet.Core;

namespace Policy.Authoring.Yaml;

/// <summary>What the parser could not read, in the author's words.</summary>
/// <param name="Piece">A piece of the parser's message.</param>
/// <param name="Message">What was found or expected.</param>
/// <param name="Help">What usually has to be done.</param>
internal sealed record YamlSyntax(string Piece, string Message, string? Help)
{
    private static readonly YamlSyntax[] Known =
    [
        new("tab", "found a tab in the indentation", "indent with spaces"),
        new("invalid mapping", "found `: ` inside a text", "put a text that holds `: ` in quotes, or start the entry on a line of its own"),
        new("mapping values are not allowed", "found `: ` where no key can stand", "put a text that holds `: ` in quotes, or start the entry on a line of its own"),
        new("did not find expected key", "expected a key or the end of the mapping", "start each entry of a mapping in the column of the one before"),
        new("did not find expected '-'", "expected `- ` or the end of the list", "start each item of a list in the column of the one before"),
        new("sequence entries are not allowed", "found `- ` where no list can stand", "start the list on a line of its own"),
        new("',' or ']'", "expected `,` or `]`", "separate the items with commas and close the list with `]`"),
        new("',' or '}'", "expected `,` or `}`", "separate the entries with commas and close the mapping with `}`"),
        new("could not find expected ':'", "expected `: ` behind a key", "write a colon and a blank behind each key"),
        new("cannot start any token", "found a character that cannot begin a text", "put a text that begins with `@`, `%` or a backtick in quotes"),
        new("did not find expected node content", "found a sign where a value must stand", "put the text in quotes"),
        new("unknown escape character", "found a backslash with an unknown letter", "double the backslash, or use single quotes"),
        new("invalid Unicode", "found an escape that is no character", "write the whole character"),
        new("quoted scalar, found unexpected end", "found the end of the document inside quotes", "close the quote"),
        new("anchor or alias", "found `&` or `*` at the beginning of a text", "put the text in quotes"),
        new("expected <document", "found text behind the end of the document", "start each entry of a mapping in the column of the one before"),
    ];

    /// <summary>The best words for what the parser has thrown.</summary>
    /// <param name="problem">The exception.</param>
    /// <param name="bracket">Where the bracket stands that is still open, such as <c>3:7</c>; null if none is.</param>
    public static YamlSyntax Of(Exception problem, string? bracket)
    {
        if (Array.Find(Known, item => problem.Message.Contains(item.Piece, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        var message = problem is YamlException ? problem.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.') : string.Empty;
        return message.Length > 0 ? new(string.Empty, $"{char.ToLowerInvariant(message[0])}{message[1..]}", null)
            : bracket is null ? new(string.Empty, "the text is not YAML here", null)
            : new(string.Empty, $"the bracket at {bracket} is not closed", "separate the entries with commas and close each bracket");
    }
}
