using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>A fact with keys that is too large to be read as a whole for a few of them.</summary>
/// <param name="Path">Its path, such as <c>module(*)</c>.</param>
/// <param name="Entry">One entry by its key.</param>
/// <param name="Whole">All that can be listed; the argument are the keys that a policy names.</param>
internal sealed record EntryMap(FactPath Path, Func<string, Observation> Entry, Func<IEnumerable<string>, Observation> Whole)
{
    /// <summary>A map whose keys nobody can list: of the whole map it gives the named keys and does not call it complete.</summary>
    internal static EntryMap Endless(FactPath path, Func<string, Observation> entry) =>
        new(path, entry, keys => Of(keys, entry, isComplete: false));

    /// <summary>A whole map from its entries; where not one of them is known, the reason of the first.</summary>
    internal static Observation Of(IEnumerable<string> keys, Func<string, Observation> entry, bool isComplete, string source = "")
    {
        var entries = keys.Distinct(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, Inside(entry(key)))).ToArray();
        return entries.Length > 0 && Array.TrueForAll(entries, item => item.Value is Unknown)
            ? entries[0].Value
            : new Present(new MapValue(new FactMap(entries), isComplete), source);
    }

    /// <summary>The wanted entries, or the whole map if all of it is wanted.</summary>
    internal IEnumerable<ObservedFact> Emit(Demand demand)
    {
        var keys = demand.Keys(Path.Root);
        return demand.WantsAll(Path.Root)
            ? [new ObservedFact(Path, Whole(keys))]
            : keys.Select(key => new ObservedFact(Path with { Key = key }, Entry(key)));
    }

    /// <summary>An observation as it stands inside a map: without its source.</summary>
    internal static Observation Inside(Observation observation) => observation switch
    {
        Present present => present with { Source = string.Empty },
        Absent => new Absent(),
        _ => observation,
    };
}
