using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Policy.Cli.Terminal;

/// <summary>Shows which lines of a text were changed, in the form that <c>patch</c> takes.</summary>
internal static class UnifiedDiff
{
    /// <summary>How many unchanged lines stand around changed ones.</summary>
    private const int Context = 3;

    /// <summary>The difference of two texts; empty if they are equal.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="before">The text that it has.</param>
    /// <param name="after">The text that it gets.</param>
    public static string Of(string file, string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);
        if (diff.DiffBlocks.Count == 0)
        {
            return string.Empty;
        }

        var text = new StringBuilder($"--- {file}\n+++ {file}\n");
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && diff.DiffBlocks[last + 1].DeleteStartA - End(diff.DiffBlocks[last]) <= 2 * Context)
            {
                last++;
            }

            Hunk(text, diff, first, last);
            first = last + 1;
        }

        return text.ToString();
    }

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static void Hunk(StringBuilder text, DiffResult diff, int first, int last)
    {
        var blocks = diff.DiffBlocks.Skip(first).Take(last - first + 1).ToList();
        var start = Math.Max(0, blocks[0].DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Count, End(blocks[^1]) + Context);
        var shift = blocks[0].InsertStartB - blocks[0].DeleteStartA;
        var grown = blocks.Sum(block => block.InsertCountB - block.DeleteCountA);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(start, end - start)} +{Range(start + shift, end - start + grown)} @@\n");
        var next = start;
        foreach (var block in blocks)
        {
            Lines(text, ' ', diff.PiecesOld, (next, block.DeleteStartA));
            Lines(text, '-', diff.PiecesOld, (block.DeleteStartA, End(block)));
            Lines(text, '+', diff.PiecesNew, (block.InsertStartB, block.InsertStartB + block.InsertCountB));
            next = End(block);
        }

        Lines(text, ' ', diff.PiecesOld, (next, end));
    }

    // A range without lines is told by the line before it.
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static void Lines(StringBuilder text, char sign, IReadOnlyList<string> lines, (int From, int To) range)
    {
        foreach (var line in lines.Skip(range.From).Take(range.To - range.From))
        {
            text.Append(sign).Append(line).Append(line.EndsWith('\n') ? string.Empty : "\n\\ No newline at end of file\n");
        }
    }
}
