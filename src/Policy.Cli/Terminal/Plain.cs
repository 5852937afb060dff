using System.Globalization;
using System.Text;

namespace Policy.Cli.Terminal;

/// <summary>Text of others made harmless for a terminal, and measured in its cells.</summary>
internal static class Plain
{
    /// <summary>The text with control, format and lone surrogate characters written as <c>\u{1B}</c>; a tab becomes a blank.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value == '\t' ? plain.Append(' ')
                : IsSafe(rune) ? plain.Append(rune.ToString())
                : plain.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }

        return plain.ToString();
    }

    /// <summary>How many cells a text takes once it is harmless; East Asian wide characters take two.</summary>
    public static int Cells(string text) => Text(text).EnumerateRunes().Sum(Cells);

    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && rune != Rune.ReplacementChar;

    private static int Cells(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
        : IsWide(rune.Value) ? 2 : 1;

    // The wide and full-width blocks of Unicode's EastAsianWidth.txt.
    private static bool IsWide(int code) => code is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF and not 0x303F) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
