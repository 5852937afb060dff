using System.Buffers;
using Policy.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Policy.Authoring.Yaml;

/// <summary>Turns the parser's marks into places of the text.</summary>
internal sealed class YamlPlaces(string file, string text)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t,[]{}");

    /// <summary>The character of a mark; the parser counts one line end more than the text may have.</summary>
    public int Index(Mark mark) => (int)Math.Clamp(mark.Index, 0, text.Length);

    /// <summary>A scalar, an alias, or the beginning of a collection; of several lines the first.</summary>
    public SourceSpan Of(ParsingEvent node) => Between(node.Start, Index(node.End));

    /// <summary>A whole collection; the parser's last mark stands before a closing bracket, and of a block on the line behind it.</summary>
    public SourceSpan Of(ParsingEvent start, ParsingEvent end)
    {
        var last = Index(end.End);
        return Between(start.Start, last < text.Length && text[last] is ']' or '}' ? last + 1 : last);
    }

    /// <summary>The first anchor or tag before a node's content.</summary>
    /// <param name="node">A node that has one.</param>
    /// <param name="sign"><c>&amp;</c> or <c>!</c>.</param>
    public SourceSpan OfProperty(NodeEvent node, char sign)
    {
        var (start, end) = (Index(node.Start), Index(node.End));
        var piece = text.AsSpan(start, Math.Max(0, end - start));
        var line = piece[..(piece.IndexOfAny('\r', '\n') is >= 0 and var first ? first : piece.Length)];
        var skipped = line.Length > 0 && line[0] != sign ? line.IndexOfAny(' ', '\t') : 0;
        var found = skipped < 0 ? -1 : line[skipped..].IndexOf(sign);
        if (found < 0)
        {
            return Of(node);
        }

        var property = line[(skipped + found)..];
        var length = property.IndexOfAny(Ends) is > 0 and var blank ? blank : property.Length;
        return new SourceSpan(file, (int)node.Start.Line, (int)node.Start.Column + skipped + found, length);
    }

    private SourceSpan Between(Mark start, int end)
    {
        var index = Index(start);
        var piece = text.AsSpan(index, Math.Max(0, end - index));
        var line = piece.IndexOfAny('\r', '\n');
        var length = (line < 0 ? piece : piece[..line]).TrimEnd().Length;
        return new SourceSpan(file, (int)start.Line, (int)start.Column, Math.Max(1, length));
    }
}
