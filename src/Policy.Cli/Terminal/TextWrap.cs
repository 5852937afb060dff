using System.Text;

namespace Policy.Cli.Terminal;

/// <summary>Breaks text into lines: at blanks, and between East Asian characters, but never before their closing punctuation.</summary>
internal static class TextWrap
{
    private const string Closing = "\u3001\u3002\uFF0C\uFF1B\uFF1A\uFF09\u300D\uFF01\uFF1F";
    private const string Opening = "\uFF08\u300C";

    /// <summary>The lines; at least one.</summary>
    /// <param name="text">The text, harmless.</param>
    /// <param name="room">The cells of a line; only a piece that cannot be broken is longer.</param>
    public static IEnumerable<string> Lines(string text, int room)
    {
        var line = new StringBuilder();
        var cells = 0;
        foreach (var piece in Pieces(text))
        {
            var width = Plain.Cells(piece.TrimEnd(' '));
            if (cells > 0 && cells + width > room)
            {
                yield return line.ToString().TrimEnd(' ');
                line.Clear();
                cells = 0;
            }

            line.Append(piece);
            cells += Plain.Cells(piece);
        }

        yield return line.ToString().TrimEnd(' ');
    }

    // A piece is a word with the blanks behind it, or a wide character with the punctuation that clings to it.
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length > 0 && MayBreak(last, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            last = rune;
        }

        yield return piece.ToString();
    }

    private static bool MayBreak(Rune left, Rune right) => right.Value != ' ' && (left.Value == ' ' || ((IsWide(left) || IsWide(right))
        && !Closing.Contains(right.ToString(), StringComparison.Ordinal) && !Opening.Contains(left.ToString(), StringComparison.Ordinal)));

    private static bool IsWide(Rune rune) => Plain.Cells(rune.ToString()) == 2;
}
