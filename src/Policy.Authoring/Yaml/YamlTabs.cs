using Policy.Core.Diagnostics;
using YamlDotNet.Core.Events;

namespace Policy.Authoring.Yaml;

/// <summary>Complains about tabs where YAML counts columns; the parser lets some of them pass.</summary>
internal sealed class YamlTabs(string text, YamlPlaces places, YamlComplaints complaints)
{
    private long lastLine;

    /// <summary>Looks at what stands before a node on its line, and before the further lines of a scalar.</summary>
    public void Check(NodeEvent node)
    {
        var start = places.Index(node.Start);
        if (node.Start.Line != lastLine)
        {
            lastLine = node.Start.Line;
            var line = Math.Max(0, start - (int)node.Start.Column + 1);
            Complain(line, text.AsSpan(line, start - line));
        }

        if (node is MappingStart { Style: MappingStyle.Block } or SequenceStart { Style: SequenceStyle.Block })
        {
            var before = text.AsSpan(0, start);
            var blanks = before[(before.LastIndexOfAnyExcept(' ', '\t') + 1)..];
            if (blanks.Length < before.Length && before[^(blanks.Length + 1)] is not ('\r' or '\n'))
            {
                Complain(start - blanks.Length, blanks);
            }
        }
        else if (node is Scalar { Style: not (YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded) })
        {
            CheckFurtherLines(start, places.Index(node.End));
        }
    }

    private void CheckFurtherLines(int start, int end)
    {
        for (var next = NextLine(start, end); next >= 0; next = NextLine(next, end))
        {
            Complain(next, text.AsSpan(next, end - next));
        }
    }

    private int NextLine(int from, int end) => text.AsSpan(from, Math.Max(0, end - from)).IndexOfAny('\r', '\n') is >= 0 and var found ? from + found + 1 : -1;

    private void Complain(int start, ReadOnlySpan<char> line)
    {
        var blanks = line.IndexOfAnyExcept(' ', '\t') is >= 0 and var found ? line[..found] : line;
        var tab = blanks.IndexOf('\t');
        if (tab >= 0 && !(blanks.Length < line.Length && line[blanks.Length] is '\r' or '\n'))
        {
            complaints.Add(DiagnosticCodes.Syntax, start + tab, 1, "found a tab in the indentation", "indent with spaces");
        }
    }
}
