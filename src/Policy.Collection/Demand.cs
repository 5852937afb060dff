using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Which facts are wanted: what the loaded policies name, or everything.</summary>
public sealed class Demand
{
    private readonly Dictionary<string, HashSet<string>> keysByRoot = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Root, string Key), HashSet<string>?> fieldsByEntry = [];
    private readonly bool everything;

    private Demand(IEnumerable<FactPath> paths, bool everything)
    {
        this.everything = everything;
        foreach (var path in paths)
        {
            Add(path);
            fieldsByEntry[(path.Root, path.Key ?? string.Empty)] = null;
        }
    }

    /// <summary>The named facts only; of a keyed fact the entry, of <c>name(*)</c> the whole map.</summary>
    public static Demand Of(IEnumerable<FactPath> paths) => new(paths, everything: false);

    /// <summary>What policies read: of an entry that is a record the fields that they name, or whether it is there.</summary>
    public static Demand Of(IEnumerable<FactReference> references)
    {
        var demand = new Demand([], everything: false);
        foreach (var reference in references)
        {
            demand.Add(reference);
        }

        return demand;
    }

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

    /// <summary>Whether a field of a keyed fact's entry is wanted; a source may leave out one that costs much.</summary>
    public bool WantsField(string root, string key, string field) => WantsAll(root)
        || !fieldsByEntry.TryGetValue((root, key), out var fields) || fields is null || fields.Contains(field);

    private void Add(FactPath path)
    {
        if (!keysByRoot.TryGetValue(path.Root, out var keys))
        {
            keysByRoot.Add(path.Root, keys = new HashSet<string>(StringComparer.Ordinal));
        }

        _ = path.Key is not null && keys.Add(path.Key);
    }

    // Of a whole record a policy can ask nothing but whether it is there.
    private void Add(FactReference reference)
    {
        Add(reference.Entry);
        var entry = (reference.Entry.Root, reference.Key ?? string.Empty);
        if (reference.Fields.Count == 0 && reference.Type is not RecordType)
        {
            fieldsByEntry[entry] = null;
        }
        else if (!fieldsByEntry.TryGetValue(entry, out var fields) || fields is not null)
        {
            fieldsByEntry[entry] = [.. fields ?? [], .. reference.Fields.Take(1)];
        }
    }

    private static IEnumerable<FactPath> Paths(string root, HashSet<string> keys) =>
        keys.Order(StringComparer.Ordinal).DefaultIfEmpty().Select(key => new FactPath([.. root.Split('.')], key, []));
}
