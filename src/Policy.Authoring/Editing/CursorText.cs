using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Editing;

/// <summary>A document that is being written, with the word at the cursor.</summary>
internal sealed class CursorText
{
    private const string Mark = "cursor-stands-here";
    private readonly string[] lines;
    private readonly int index;
    private readonly string before;
    private readonly string after;

    /// <summary>Takes a document and a place, line and column from 1.</summary>
    public CursorText(SourceText source, int line, int column)
    {
        lines = source.Text.ReplaceLineEndings("\n").Split('\n');
        index = Math.Clamp(line - 1, 0, lines.Length - 1);
        var text = lines[index];
        var cursor = Math.Clamp(column - 1, 0, text.Length);
        var start = cursor;
        while (start > 0 && !IsEnd(text[start - 1]))
        {
            start--;
        }

        var end = cursor;
        while (end < text.Length && !IsEnd(text[end]) && text[end] is not (':' or '}' or ']'))
        {
            end++;
        }

        (before, Word, after) = (text[..start], text[start..cursor], text[end..]);
        Span = new SourceSpan(source.File, index + 1, start + 1, end - start);
    }

    /// <summary>The word up to the cursor; may be empty.</summary>
    public string Word { get; }

    /// <summary>The whole word, also what stands of it behind the cursor.</summary>
    public SourceSpan Span { get; }

    /// <summary>Whether a mapping can begin here without braces: nothing but dashes stands before the word.</summary>
    public bool IsAtLineStart => before.AsSpan().Trim(" -").IsEmpty;

    /// <summary>Whether a colon follows already.</summary>
    public bool HasColon => after.StartsWith(':');

    /// <summary>The document with a mark for the word: as it is, or as it would be with a finished line, or without what comes behind; null if it cannot be read in any of these ways.</summary>
    public YamlMapping? Marked() => Candidates().Select(text => YamlReader.Read(new SourceText(Span.File, text)).Value)
        .Select(root => root is YamlMapping { Entries.Count: > 0 } mapping && NodePath.Find(mapping, IsMark) is not null ? mapping : root is YamlScalar scalar && IsMark(scalar) ? Lone(scalar) : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>Whether a scalar stands for the word.</summary>
    public static bool IsMark(YamlScalar scalar) => IsMark(scalar.Text);

    /// <summary>Whether a text stands for the word.</summary>
    public static bool IsMark(string text) => text.Contains(Mark, StringComparison.Ordinal);

    private static YamlMapping Lone(YamlScalar scalar) => new([new YamlEntry(scalar, scalar)], scalar.Span);

    private IEnumerable<string> Candidates()
    {
        foreach (var rest in new[] { lines[(index + 1)..], [] })
        {
            foreach (var line in new[] { $"{before}{Mark}{after}", $"{before}{Mark}: x{after}", $"{before}{Mark}{Closing()}", $"{before}{Mark}: x{Closing()}" })
            {
                yield return string.Join('\n', [.. lines[..index], line, .. rest]);
            }
        }
    }

    // What closes the braces and brackets that the line has opened.
    private string Closing()
    {
        var open = new Stack<char>();
        foreach (var letter in before)
        {
            if (letter is '{' or '[')
            {
                open.Push(letter == '{' ? '}' : ']');
            }
            else if (letter is '}' or ']')
            {
                open.TryPop(out _);
            }
        }

        return string.Concat(open.Select(letter => $" {letter}"));
    }

    private static bool IsEnd(char letter) => letter is ' ' or '\t' or '{' or '[' or ',' or '"' or '\'';
}
