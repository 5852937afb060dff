using System.Globalization;
using System.Numerics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Sets of processors as bits: hexadecimal words of 32 bits with commas between them, such as <c>00000001,ffffffff</c>.</summary>
internal static class CpuMask
{
    /// <summary>How many processors are in a file of one set; failed with <c>malformed</c> if it is none.</summary>
    internal static Reading<int> Count(HostRoot root, string path) => root.Value(path) switch
    {
        Got<string> text when Count(text.Value) is { } count => new Got<int>(count, path),
        Got<string> => new Failed<int>(UnknownCause.Malformed, path, "not a set of processors"),
        var reading => reading.Then(_ => 0),
    };

    private static int? Count(string text)
    {
        var count = 0;
        foreach (var word in text.Split(','))
        {
            if (!uint.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            {
                return null;
            }

            count += BitOperations.PopCount(bits);
        }

        return count;
    }
}
