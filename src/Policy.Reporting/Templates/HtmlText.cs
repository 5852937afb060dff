using System.Buffers;
using System.Text;

namespace Policy.Reporting.Templates;

/// <summary>Text for HTML: for element content and for attributes in quotes.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\n\t");

    /// <summary>The text as text: no markup, no end of an attribute, nothing invisible.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in VisibleText.Of(text))
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The address if a reader may follow it, otherwise <c>#</c>.</summary>
    /// <remarks><c>http</c>, <c>https</c>, <c>mailto</c> and places in the page are allowed.</remarks>
    public static string Address(string text) => IsAddress(text) || text.StartsWith('#') ? text : "#";

    /// <summary>Whether a text is an address that leads to a page or mailbox.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" && !text.AsSpan().ContainsAnyInRange('\0', ' ');
}
