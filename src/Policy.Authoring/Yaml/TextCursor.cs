using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>Counts the lines of a text while going forward; lines end at LF, CR or CRLF.</summary>
internal sealed class TextCursor(string file, string text)
{
    private int line = 1;
    private int start;

    /// <summary>The place of a character.</summary>
    /// <param name="index">The character, from 0 to the length of the text; never before the one of an earlier call's line.</param>
    /// <param name="length">How many characters are meant; at least 1.</param>
    public SourceSpan At(int index, int length = 1)
    {
        for (var end = NextLine(index); end <= index; end = NextLine(index))
        {
            (line, start) = (line + 1, end);
        }

        return new SourceSpan(file, line, index - start + 1, length);
    }

    /// <summary>Where the next line starts; behind the limit if that is not before it.</summary>
    private int NextLine(int limit)
    {
        var end = text.AsSpan(start, limit - start).IndexOfAny('\r', '\n');
        return end < 0 ? limit + 1
            : text.AsSpan(start + end).StartsWith("\r\n") ? start + end + 2
            : start + end + 1;
    }
}
