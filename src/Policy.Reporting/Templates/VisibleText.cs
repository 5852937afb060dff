using System.Globalization;
using System.Text;

namespace Policy.Reporting.Templates;

/// <summary>Text of others in which nothing is invisible and nothing changes the direction of what follows.</summary>
internal static class VisibleText
{
    /// <summary>The text with control, format and unassigned characters written as <c>\u{1B}</c>; line feeds and tabs stay.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsVisible(rune) ? visible.Append(rune.ToString()) : visible.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }

        return visible.ToString();
    }

    /// <summary>The same on one line: runs of blanks, tabs and line ends are one blank, none at either end.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in Of(text.ReplaceLineEndings("\n")))
        {
            var isBlank = character is ' ' or '\t' or '\n';
            if (!isBlank || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(isBlank ? ' ' : character);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    private static bool IsVisible(Rune rune) => rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
