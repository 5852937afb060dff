using System.Buffers;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>What a distribution says of itself: os-release(5), or what older ones have instead.</summary>
/// <param name="Values">The assignments by name; without empty ones, which mean the same as none.</param>
internal sealed record OsRelease(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The file of the administrator; usually a link to <see cref="Vendors"/>.</summary>
    internal const string Place = "etc/os-release";

    /// <summary>The file of the distribution, read only if the first is not there.</summary>
    internal const string Vendors = "usr/lib/os-release";

    /// <summary>Everything that tells the distribution.</summary>
    internal static readonly string[] Sources = [Place, Vendors, .. OlderRelease.Sources];

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    // os-release(5) gives these meanings to their absence.
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["ID"] = "linux",
        ["NAME"] = "Linux",
        ["PRETTY_NAME"] = "Linux",
    };

    /// <summary>The value of a name, or null.</summary>
    internal string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>The systems from which it comes, nearest first; empty if it does not say.</summary>
    internal string[] Like => (this["ID_LIKE"] ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A host's own.</summary>
    internal static Reading<OsRelease> Of(Host host) => host.Memory.Once("os-release", () => Find(host.Root));

    /// <summary>Reads the lines of the file; null if there is not one assignment.</summary>
    internal static OsRelease? Parse(IEnumerable<string> lines)
    {
        var values = Assignments(lines);
        if (values.Count == 0)
        {
            return null;
        }

        foreach (var (name, value) in Defaults)
        {
            values.TryAdd(name, value);
        }

        return new OsRelease(values.Where(item => item.Value.Length > 0).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The assignments of a file that a shell could read; the last of several holds.</summary>
    internal static Dictionary<string, string> Assignments(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Select(line => line.Trim().TrimStart('\uFEFF')))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && line[0] != '#' && line.AsSpan(0, equals).IndexOfAnyExcept(NameCharacters) < 0)
            {
                values[line[..equals]] = ShellText.Unquote(line[(equals + 1)..]);
            }
        }

        return values;
    }

    private static Reading<OsRelease> Find(HostRoot root)
    {
        foreach (var path in new[] { Place, Vendors })
        {
            if (root.Lines(path) is not Missing<string[]> and var reading)
            {
                return reading is Got<string[]> lines && Parse(lines.Value) is null
                    ? new Failed<OsRelease>(UnknownCause.Malformed, path, "no assignment")
                    : reading.Then(text => Parse(text)!);
            }
        }

        return OlderRelease.Of(root) ?? new Missing<OsRelease>(Place);
    }
}
