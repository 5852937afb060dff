using System.Globalization;
using System.Text;

namespace Policy.Authoring.Yaml;

/// <summary>Shows an author's text inside a message: in backticks, on one line, and short.</summary>
internal static class Quotation
{
    private const int Longest = 60;

    /// <summary>The text in backticks; what cannot be seen stands as its code point, what is too long ends in an ellipsis.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder("`");
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length > Longest)
            {
                return shown.Append("...`").ToString();
            }

            shown.Append(IsVisible(rune) ? rune.ToString() : CodePoint(rune.Value));
        }

        return shown.Append('`').ToString();
    }

    /// <summary>A code point as Unicode writes it, such as <c>U+202E</c>.</summary>
    public static string CodePoint(int value) => $"U+{value:X4}";

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
