using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>Lines such as <c>MemTotal:  16307356 kB</c>: proc_meminfo(5).</summary>
internal static class MemInfo
{
    /// <summary>Where the host's stand.</summary>
    internal const string File = "proc/meminfo";

    /// <summary>The bytes of one line of a host's <see cref="File"/>; missing if it has no such line.</summary>
    internal static Reading<decimal> Bytes(Host host, string key) => host.Memory.Once("meminfo", () => host.Root.Lines(File)) switch
    {
        Got<string[]> lines => Bytes(lines, key),
        var reading => reading.Then(_ => 0m),
    };

    /// <summary>The bytes of one line; a line may have words before the key, such as <c>Node 0 MemTotal:</c>.</summary>
    internal static Reading<decimal> Bytes(Got<string[]> lines, string key)
    {
        var line = Array.Find(lines.Value, text => Key(text) == key);
        return line switch
        {
            null => new Missing<decimal>($"{lines.Source}: {key}"),
            _ when TryBytes(line, out var bytes) => new Got<decimal>(bytes, lines.Source),
            _ => new Failed<decimal>(UnknownCause.Malformed, lines.Source, key),
        };
    }

    private static string Key(string line)
    {
        var head = line.AsSpan(0, Math.Max(0, line.IndexOf(':', StringComparison.Ordinal)));
        return head[(head.LastIndexOf(' ') + 1)..].ToString();
    }

    private static bool TryBytes(string line, out decimal bytes)
    {
        var words = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bytes = 0;
        if (words is not [var text, "kB"] || !ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        bytes = number * 1024m;
        return true;
    }
}
