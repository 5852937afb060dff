using System.Text;

namespace Policy.Collection.Captures;

/// <summary>User names and passwords inside addresses: they never become facts.</summary>
internal static class UrlCredentials
{
    /// <summary>The text with <c>https://host/</c> in place of <c>https://user:password@host/</c>.</summary>
    internal static string Remove(string text)
    {
        const string Mark = "://";
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (var mark = rest.IndexOf(Mark); mark >= 0; mark = rest.IndexOf(Mark))
        {
            clean.Append(rest[..(mark + Mark.Length)]);
            rest = rest[(mark + Mark.Length)..];
            var end = rest.IndexOfAny('/', ' ', ',');
            rest = rest[((end < 0 ? rest : rest[..end]).LastIndexOf('@') + 1)..];
        }

        return clean.Append(rest).ToString();
    }
}
