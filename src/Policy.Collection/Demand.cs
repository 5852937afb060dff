using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Which facts are wanted: what the loaded policies name, or everything.</summary>
public sealed class Demand
{
    private readonly Dictionary<string, HashSet<string>> keysByRoot = new(StringComparer.Ordinal);
    private readonly bool everything;

    private Demand(IEnumerable<FactPath> paths, bool everything)
    {
        this.everything = everything;
        foreach (var path in paths)
        {
            var root = path.Root;
            if (!keysByRoot.TryGetValue(root, out var keys))
            {
                keysByRoot.Add(root, keys = new HashSet<string>(StringComparer.Ordinal));
            }

            if (path.Key is not null)
            {
                keys.Add(path.Key);
            }
        }
    }

    /// <summary>The named facts only; of a keyed fact the entry, of <c>name(*)</c> the whole map.</summary>
    public static Demand Of(IEnumerable<FactPath> paths) => new(paths, everything: false);

    /// <summary>Every fact that can be listed, and of maps without an end (files, sysctl, environment) the named keys.</summary>
    public static Demand Everything(IEnumerable<FactPath> named) => new(named, everything: true);

    /// <summary>What was named, without fields, in ordinal order.</summary>
    public IEnumerable<FactPath> Named => keysByRoot.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => Paths(entry.Key, entry.Value));

    /// <summary>Whether a fact, or an entry of a keyed fact, is wanted.</summary>
    /// <param name="root">The path without key, such as <c>cpu.flags</c> or <c>package</c>.</param>
    public bool Wants(string root) => everything || keysByRoot.ContainsKey(root);

    /// <summary>Whether the whole map is wanted.</summary>
    public bool WantsAll(string root) => everything || (keysByRoot.TryGetValue(root, out var keys) && keys.Contains(FactPath.WholeMapKey));

    /// <summary>The single keys that are wanted, in ordinal order; without the one for the whole map.</summary>
    public IReadOnlyList<string> Keys(string root) =>
        keysByRoot.TryGetValue(root, out var keys) ? [.. keys.Where(key => key != FactPath.WholeMapKey).Order(StringComparer.Ordinal)] : [];

    private static IEnumerable<FactPath> Paths(string root, HashSet<string> keys) =>
        keys.Order(StringComparer.Ordinal).DefaultIfEmpty().Select(key => new FactPath([.. root.Split('.')], key, []));
}
