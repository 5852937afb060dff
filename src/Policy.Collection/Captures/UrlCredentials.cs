namespace Policy.Collection.Captures;

/// <summary>User names and passwords inside addresses: they never become facts.</summary>
internal static class UrlCredentials
{
    /// <summary>The text with <c>https://host/</c> in place of <c>https://user:password@host/</c>.</summary>
    internal static string Remove(string text)
    {
        for (var start = text.IndexOf("://", StringComparison.Ordinal); start >= 0; start = text.IndexOf("://", start, StringComparison.Ordinal))
        {
            start += 3;
            var authority = text.AsSpan(start);
            var end = authority.IndexOfAny('/', ' ', ',');
            var at = (end < 0 ? authority : authority[..end]).LastIndexOf('@');
            text = at < 0 ? text : string.Concat(text.AsSpan(0, start), authority[(at + 1)..]);
        }

        return text;
    }
}
