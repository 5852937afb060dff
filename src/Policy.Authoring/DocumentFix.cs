using System.Text.RegularExpressions;
using Policy.Core.Diagnostics;

namespace Policy.Authoring;

/// <summary>Changes the text of documents as their complaints advise.</summary>
public static partial class DocumentFix
{
    /// <summary>The pieces of the text that a complaint changes; empty if it has no fix, or if something else stands at its place.</summary>
    public static Sequence<TextEdit> Edits(SourceText source, Diagnostic diagnostic) => diagnostic.Fix switch
    {
        null => [],
        ReplaceText replace => At(source, new ScalarPlace(replace.Span, replace.Old)) is { } found ? [new TextEdit(replace.Span, Written(replace.New, found))] : [],
        ExchangeTexts exchange => At(source, exchange.First) is { } first && At(source, exchange.Second) is { } second
            ? [new TextEdit(exchange.First.Span, second), new TextEdit(exchange.Second.Span, first)]
            : [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The text after the changes; of two that overlap the first one is made.</summary>
    public static string Apply(SourceText source, IEnumerable<TextEdit> edits)
    {
        var starts = LineStarts(source.Text);
        var placed = edits.Select(edit => (Start: starts[edit.Span.Line - 1] + edit.Span.Column - 1, Edit: edit)).OrderBy(item => item.Start).ToList();
        var text = new System.Text.StringBuilder();
        var done = 0;
        foreach (var (start, edit) in placed)
        {
            if (start >= done)
            {
                text.Append(source.Text, done, start - done).Append(edit.Text);
                done = start + edit.Span.Length;
            }
        }

        return text.Append(source.Text, done, source.Text.Length - done).ToString();
    }

    // The source of a scalar with its quotes; null if it is written in another way than on one line without escapes.
    private static string? At(SourceText source, ScalarPlace place)
    {
        var line = source.Line(place.Span.Line);
        var (start, end) = (place.Span.Column - 1, place.Span.Column - 1 + place.Span.Length);
        var piece = start < 0 || end > line.Length ? string.Empty : line[start..end];
        var text = piece switch
        {
            ['\'', .., '\''] => piece[1..^1].Replace("''", "'", StringComparison.Ordinal),
            ['"', .., '"'] when !piece.Contains('\\', StringComparison.Ordinal) => piece[1..^1],
            _ => piece,
        };
        return piece.Length > 0 && text == place.Text ? piece : null;
    }

    private static string Written(string text, string before) => before[0] switch
    {
        '"' => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        '\'' => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Plain().IsMatch(text) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
    };

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n' || (text[index] == '\r' && !(index + 1 < text.Length && text[index + 1] == '\n')))
            {
                starts.Add(index + 1);
            }
        }

        return starts;
    }

    // What means itself without quotes, inside brackets too.
    [GeneratedRegex(@"^[A-Za-z0-9.](?:[A-Za-z0-9_.%/()+*-]| (?=[A-Za-z0-9]))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}

/// <summary>Puts a text into the place of another one.</summary>
/// <param name="Span">What is taken away.</param>
/// <param name="Text">What comes for it.</param>
public sealed record TextEdit(SourceSpan Span, string Text);
