using System.Globalization;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Lists of processors or nodes as the kernel writes them: <c>0-3,8</c>, with a stride <c>0-62:2</c>; may be empty.</summary>
internal static class CpuList
{
    /// <summary>More than any kernel can be built for.</summary>
    private const int Most = 1 << 16;

    /// <summary>No kernel names a number twice; a text that goes on and on is none of its lists.</summary>
    private const int MostSteps = 2 * Most;

    /// <summary>The numbers in a file of one list; failed with <c>malformed</c> if it is none.</summary>
    internal static Reading<int[]> Read(HostRoot root, string path) => root.Value(path) switch
    {
        Got<string> text when Parse(text.Value) is { } numbers => new Got<int[]>(numbers, path),
        Got<string> => new Failed<int[]>(Core.Facts.UnknownCause.Malformed, path, "not a list of numbers"),
        var reading => reading.Then<int[]>(_ => []),
    };

    /// <summary>The numbers in ascending order, or null.</summary>
    internal static int[]? Parse(string text)
    {
        var (numbers, left) = (new SortedSet<int>(), MostSteps);
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryAdd(numbers, part.Trim(), ref left))
            {
                return null;
            }
        }

        return [.. numbers];
    }

    /// <summary>A number without a sign.</summary>
    internal static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Most ? number : null;

    private static bool TryAdd(SortedSet<int> numbers, string part, ref int left)
    {
        var (range, stride) = part.Split(':') switch
        {
            [var all] => (all, 1),
            [var all, var step] => (all, Number(step) ?? 0),
            _ => (string.Empty, 0),
        };
        var (first, last) = range.Split('-') switch
        {
            [var one] => (Number(one), Number(one)),
            [var from, var to] => (Number(from), Number(to)),
            _ => (null, null),
        };
        if (first is not { } start || last is not { } end || stride < 1 || end < start)
        {
            return false;
        }

        for (var number = start; number <= end && left > 0; number += stride, left--)
        {
            numbers.Add(number);
        }

        return left > 0;
    }
}
