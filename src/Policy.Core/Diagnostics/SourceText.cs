namespace Policy.Core.Diagnostics;

/// <summary>A document as its author wrote it.</summary>
/// <param name="File">The name under which it was given, such as <c>policies/kvm.yaml</c>; diagnostics show it.</param>
/// <param name="Text">Everything in it, without a byte order mark.</param>
public sealed record SourceText(string File, string Text)
{
    /// <summary>One line without its end, for an excerpt; lines end at LF, CR or CRLF.</summary>
    /// <param name="number">The line, from 1.</param>
    /// <returns>The empty text for a line that the document does not have.</returns>
    public string Line(int number)
    {
        var rest = Text.AsSpan();
        for (var line = 1; line < number && !rest.IsEmpty; line++)
        {
            var end = rest.IndexOfAny('\r', '\n');
            rest = end < 0 ? [] : rest[(end + (rest[end..].StartsWith("\r\n") ? 2 : 1))..];
        }

        var length = rest.IndexOfAny('\r', '\n');
        return (length < 0 ? rest : rest[..length]).ToString();
    }
}
