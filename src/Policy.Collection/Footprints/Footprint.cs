using Policy.Core.Facts;

namespace Policy.Collection.Footprints;

/// <summary>What collecting touches, by what the catalogue says of each fact.</summary>
public static class Footprint
{
    /// <summary>What collecting one fact may look at, in order of preference.</summary>
    /// <param name="fact">What the catalogue says.</param>
    /// <param name="key">The wanted key; null if the fact has none or the whole map is wanted.</param>
    public static IEnumerable<Touch> Of(FactDescription fact, string? key) =>
        fact.Sources.Select(source => Touch.Of(source, key == FactPath.WholeMapKey ? null : key)).OfType<Touch>().Distinct();
}
