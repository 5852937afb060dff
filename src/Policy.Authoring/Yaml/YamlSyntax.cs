using YamlDotNet.Core;

namespace Policy.Authoring.Yaml;

/// <summary>Says in the author's words what the parser could not read.</summary>
internal static class YamlSyntax
{
    /// <summary>A piece of the parser's message, and what usually has to be done.</summary>
    private static readonly (string Piece, string Help)[] Advice =
    [
        ("tab", "indent with spaces"),
        ("invalid mapping", "put a text that holds `: ` in quotes"),
        ("mapping values are not allowed", "put a text that holds `: ` in quotes, and start each entry in the column of the one before"),
        ("did not find expected key", "start each entry of a mapping in the column of the one before"),
        ("did not find expected '-'", "start each item of a list in the column of the one before"),
        ("',' or ']'", "separate the items with commas and close the list with `]`"),
        ("',' or '}'", "separate the entries with commas and close the mapping with `}`"),
        ("could not find expected ':'", "write a colon and a blank after the key"),
        ("cannot start any token", "put a text that begins with `@`, `%` or a backtick in quotes"),
        ("unknown escape character", "double the backslash, or use single quotes"),
        ("end of stream", "close the quote"),
    ];

    /// <summary>The parser's message on one line, beginning lower-case and without a full stop.</summary>
    public static string Message(Exception problem)
    {
        var message = problem is YamlException ? problem.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.') : string.Empty;
        return message.Length == 0 ? "the text is not YAML here" : $"{char.ToLowerInvariant(message[0])}{message[1..]}";
    }

    /// <summary>What to do about it; null if nothing better than the message is known.</summary>
    public static string? Help(Exception problem) =>
        Advice.FirstOrDefault(item => problem.Message.Contains(item.Piece, StringComparison.OrdinalIgnoreCase)).Help;
}
