using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Sets of processors as bits: hexadecimal words of 32 bits with commas between them, such as <c>00000001,ffffffff</c>.</summary>
internal static class CpuMask
{
    private const int WordBits = 32;

    /// <summary>The numbers in a file of one set, in ascending order; failed with <c>malformed</c> if it is none.</summary>
    internal static Reading<int[]> Read(HostRoot root, string path) => root.Value(path) switch
    {
        Got<string> text when Parse(text.Value) is { } numbers => new Got<int[]>(numbers, path),
        Got<string> => new Failed<int[]>(UnknownCause.Malformed, path, "not a set of processors"),
        var reading => reading.Then<int[]>(_ => []),
    };

    /// <summary>The numbers in ascending order, or null.</summary>
    internal static int[]? Parse(string text)
    {
        var numbers = new List<int>();
        var first = 0;
        foreach (var word in text.Split(',').Reverse())
        {
            if (!uint.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            {
                return null;
            }

            var start = first;
            numbers.AddRange(Enumerable.Range(0, WordBits).Where(bit => ((bits >> bit) & 1) != 0).Select(bit => start + bit));
            first += WordBits;
        }

        return [.. numbers];
    }
}
