using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Policy.Core.Candidates;

/// <summary>Texts that a regular expression meets, made by reading it: enough for the patterns that policies use.</summary>
public static class PatternSamples
{
    private const int Most = 16;

    private static readonly Regex Group = new(@"\((\?:|\?i:)?(?<body>[^()]*)\)[*+?]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex Piece = new(@"(?:\[(?<set>[^\]]+)\]|\\(?<escape>.)|.)(?:[*+?]|\{(?<least>[0-9]+)[0-9,]*\})?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Texts that may meet the pattern, each also with something before and behind it; whoever uses them asks the pattern.</summary>
    public static IEnumerable<string> Of(string pattern) =>
        Expanded(pattern).Take(Most).SelectMany(text => new[] { text, $"{text}x", $"x{text}", text.Length > 1 ? text[..^1] : string.Empty }).Distinct(StringComparer.Ordinal);

    // Innermost groups first, each replaced by one of its alternatives, until no group is left.
    private static IEnumerable<string> Expanded(string pattern)
    {
        var group = Group.Match(pattern);
        var bodies = group.Success ? group.Groups["body"].Value.Split('|') : pattern.Split('|');
        return group.Success
            ? bodies.SelectMany(body => Expanded($"{pattern[..group.Index]}{body}{pattern[(group.Index + group.Length)..]}"))
            : bodies.Select(Plain);
    }

    private static string Plain(string pattern)
    {
        var text = new StringBuilder();
        foreach (Match piece in Piece.Matches(pattern))
        {
            var number = piece.Groups["least"] is { Success: true } least && int.TryParse(least.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, Most) : 1;
            text.Insert(text.Length, piece.Groups["set"] is { Success: true } set ? First(set.Value)
                : piece.Groups["escape"] is { Success: true } escape ? Escaped(escape.Value[0])
                : piece.Value[0] switch { '^' or '$' => string.Empty, '.' => "x", var letter => $"{letter}" }, number);
        }

        return text.ToString();
    }

    private static string First(string set) => set.Length > 1 && set[0] == '\\' ? Escaped(set[1]) : set[0] == '^' ? "~" : $"{set[0]}";

    private static string Escaped(char letter) => letter switch
    {
        'd' => "1",
        'w' => "a",
        's' => " ",
        'b' or 'A' or 'z' or 'Z' => string.Empty,
        _ => $"{letter}",
    };
}
