using System.Buffers;
using System.Globalization;
using System.Text;

namespace Policy.Reporting.Templates;

/// <summary>Text for Markdown as GitHub and GitLab read it.</summary>
/// <remarks>
/// Characters become entities rather than get a backslash, because entities also hold inside HTML blocks and tables. Mentions, references, emoji and
/// bare addresses are found by the forges after rendering, where an entity is a character again: those are broken by a zero-width space.
/// </remarks>
internal static class MarkdownText
{
    private const string Break = "&#8203;";
    private const string Structure = "\\`*_[]|~$^{}#";
    private const string StartOfBlock = "-+/:";
    private const string StartOfReference = "@#!%&$~^";

    private static readonly SearchValues<char> CommitDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The text as words on one line.</summary>
    public static string Escape(string text)
    {
        var line = VisibleText.OneLine(text);
        var escaped = new StringBuilder(line.Length + 16);
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        for (var index = 0; index < line.Length; index++)
        {
            Append(escaped, line[index], StartsBlock(line, index, digits));
            if (IsBroken(line, index))
            {
                escaped.Append(Break);
            }
        }

        return escaped.ToString();
    }

    /// <summary>The text as code on one line: its exact characters, whatever they are.</summary>
    public static string Code(string text)
    {
        var line = VisibleText.OneLine(text);
        if (line.Contains('|', StringComparison.Ordinal))
        {
            return $"<code>{Entities(line)}</code>";
        }

        var marks = new string('`', LongestRun(line) + 1);
        var edge = line.StartsWith('`') || line.EndsWith('`') ? " " : string.Empty;
        return line.Length == 0 ? string.Empty : $"{marks}{edge}{line}{edge}{marks}";
    }

    /// <summary>The text as a block of code; stands at the start of a line.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="language">What a forge colours them by, such as <c>sh</c>; may be empty.</param>
    public static string Fence(string text, string language)
    {
        var marks = new string('`', Math.Max(3, LongestRun(text) + 1));
        var word = string.Concat(language.Where(char.IsAsciiLetterOrDigit));
        return $"{marks}{word}\n{VisibleText.Of(text.ReplaceLineEndings("\n")).TrimEnd('\n')}\n{marks}";
    }

    /// <summary>A link if the address is one that a reader may follow, otherwise the text.</summary>
    public static string Link(string text, string address) => HtmlText.IsAddress(address) ? $"[{Escape(text)}]({Destination(address)})" : Escape(text);

    // What starts a heading, list, command or underline at the beginning of a line, where a template may put the text; two equals signs mark text.
    private static bool StartsBlock(string line, int index, int digits) => line[index] switch
    {
        '.' or ')' => index == digits && index > 0,
        '=' => index == 0 || line[index - 1] == '=' || line.AsSpan(index).StartsWith("=="),
        _ => index == 0 && StartOfBlock.Contains(line[0], StringComparison.Ordinal),
    };

    private static void Append(StringBuilder escaped, char character, bool startsBlock) => _ = character switch
    {
        '&' => escaped.Append("&amp;"),
        '<' => escaped.Append("&lt;"),
        '>' => escaped.Append("&gt;"),
        '"' => escaped.Append("&quot;"),
        _ when startsBlock || Structure.Contains(character, StringComparison.Ordinal) => escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)character};"),
        _ => escaped.Append(character),
    };

    // Whether a forge could see a reference, an emoji, an address or a commit that goes on after this character.
    private static bool IsBroken(string line, int index)
    {
        var (character, next) = (line[index], index + 1 < line.Length ? line[index + 1] : ' ');
        return character switch
        {
            ':' => char.IsAsciiLetterOrDigit(next) || "/:+-_".Contains(next, StringComparison.Ordinal),
            '-' => char.IsAsciiDigit(next) && index > 0 && (char.IsAsciiLetterUpper(line[index - 1]) || char.IsAsciiDigit(line[index - 1])),
            'w' or 'W' => next == '.' && line.AsSpan(0, index + 1).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            _ when StartOfReference.Contains(character, StringComparison.Ordinal) => next != ' ',
            _ => IsInsideCommit(line, index),
        };
    }

    // Every sixth character of a run of 7 to 40 hexadecimal digits that has both letters and digits: shorter runs name no commit.
    private static bool IsInsideCommit(string line, int index)
    {
        if (!CommitDigits.Contains(line[index]))
        {
            return false;
        }

        var before = line.AsSpan(Math.Max(0, index - 40), index - Math.Max(0, index - 40));
        var start = index - (before.Length - 1 - before.LastIndexOfAnyExcept(CommitDigits));
        var run = line.AsSpan(start, Math.Min(41, line.Length - start));
        var end = run.IndexOfAnyExcept(CommitDigits);
        run = end < 0 ? run : run[..end];
        return (index - start + 1) % 6 == 0 && run.Length is >= 7 and <= 40 && run.ContainsAnyInRange('0', '9') && run.ContainsAnyInRange('a', 'f');
    }

    private static string Entities(string line) => string.Concat(line.Select(character =>
        char.IsAsciiLetterOrDigit(character) || character is ' ' or > '~' ? character.ToString() : $"&#{(int)character};"));

    private static string Destination(string address)
    {
        var destination = new StringBuilder(address.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(address))
        {
            var character = (char)unit;
            _ = character == '&' ? destination.Append("&amp;")
                : char.IsAsciiLetterOrDigit(character) || "-._~:/?#@!$'+,;=%".Contains(character, StringComparison.Ordinal) ? destination.Append(character)
                : destination.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return destination.ToString();
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
