using System.Buffers;
using System.Text;

namespace Policy.Collection.Captures;

/// <summary>Takes secrets out of a text of settings: passwords in addresses, and values of settings whose names say what they are.</summary>
internal static class SecretText
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\0,;}");

    /// <summary>The text with <c>NAME=***</c> in place of a secret's value, quoted or not.</summary>
    internal static string Remove(string text)
    {
        var plain = text.Contains("://", StringComparison.Ordinal) ? UrlCredentials.Remove(text) : text;
        StringBuilder? result = null;
        var copied = 0;
        for (var equal = plain.IndexOf('='); equal >= 0; equal = plain.IndexOf('=', equal + 1))
        {
            var before = plain.AsSpan(copied, equal - copied);
            var start = before.LastIndexOfAnyExcept(NameLetters) + 1;
            var quote = start > 0 && before[start - 1] is ('"' or '\'') ? before[start - 1] : '\0';
            var length = SecretNames.Contains(before[start..]) ? ValueLength(plain.AsSpan(equal + 1), quote) : 0;
            if (length > 0)
            {
                result = (result ?? new StringBuilder(plain.Length)).Append(plain, copied, equal + 1 - copied).Append(SecretNames.Hidden);
                equal += length;
                copied = equal + 1;
            }
        }

        return result is null ? plain : result.Append(plain, copied, plain.Length - copied).ToString();
    }

    // Either the value is quoted, or the whole setting is, or it ends at a blank.
    private static int ValueLength(ReadOnlySpan<char> value, char quote)
    {
        if (value is ['"' or '\'', ..])
        {
            var close = value[1..].IndexOf(value[0]);
            return close < 0 ? value.Length : close + 2;
        }

        var end = quote == '\0' ? value.IndexOfAny(Ends) : value.IndexOf(quote);
        return end < 0 ? value.Length : end;
    }
}
