using System.Text;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>Words as a shell writes them.</summary>
internal static class ShellText
{
    private const string EscapedInQuotes = "\\\"$`'";

    /// <summary>The text of a word: without quotes and backslashes, and without what stands behind the closing quote.</summary>
    /// <remarks>A word without quotes may hold blanks: a shell would not read it, but there are distributions that write such lines.</remarks>
    internal static string Unquote(string word)
    {
        var quote = word.Length > 0 && word[0] is '"' or '\'' ? word[0] : '\0';
        var text = new StringBuilder(word.Length);
        for (var index = quote == '\0' ? 0 : 1; index < word.Length && (quote == '\0' || word[index] != quote); index++)
        {
            index += IsEscape(word, index, quote) ? 1 : 0;
            text.Append(word[index]);
        }

        return text.ToString();
    }

    private static bool IsEscape(string word, int index, char quote) =>
        quote != '\'' && word[index] == '\\' && index + 1 < word.Length && EscapedInQuotes.Contains(word[index + 1], StringComparison.Ordinal);
}
