using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Confidential;

/// <summary>How much the machine has of what is counted one by one: the controller misc, <c>Documentation/admin-guide/cgroup-v2.rst</c>.</summary>
internal static class MiscCapacity
{
    /// <summary>Where it stands if the root of version 2 is the visible one.</summary>
    internal const string File = "sys/fs/cgroup/misc.capacity";

    /// <summary>Where it stands if version 1 is mounted.</summary>
    internal const string OlderFile = "sys/fs/cgroup/misc/misc.capacity";

    /// <summary>The number behind a key; 0 if the file does not name it, for the kernel leaves out what the machine has none of.</summary>
    /// <param name="host">The host.</param>
    /// <param name="key">The whole key: <c>sev</c> is not <c>sev_es</c>.</param>
    internal static Reading<decimal> Of(Host host, string key) => Lines(host) switch
    {
        Got<string[]> lines => Array.Find(lines.Value, line => line.StartsWith($"{key} ", StringComparison.Ordinal)) is { } line
            ? Number(line[(key.Length + 1)..], lines.Source)
            : new Got<decimal>(0, lines.Source),
        var reading => reading.Then(_ => 0m),
    };

    private static Reading<string[]> Lines(Host host) => host.Memory.Once("misc-capacity", () => host.Root.Lines(File) switch
    {
        Missing<string[]> => host.Root.Lines(OlderFile),
        var lines => lines,
    });

    private static Reading<decimal> Number(string text, string source) =>
        ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new Got<decimal>(number, source)
        : new Failed<decimal>(UnknownCause.Malformed, source, "no number");
}
