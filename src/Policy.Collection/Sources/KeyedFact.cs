using Policy.Core.Facts;

namespace Policy.Collection.Sources;

/// <summary>A fact with keys whose map is small enough to be read as a whole.</summary>
/// <param name="Description">What the catalogue says about it.</param>
/// <param name="Look">Looks at a host: a <see cref="MapValue"/>, or why there is none.</param>
internal sealed record KeyedFact(FactDescription Description, Func<Host, Observation> Look)
{
    /// <summary>A source of this fact alone.</summary>
    internal FactSource Source(string name) => new(name, [Description], Read);

    private IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        var root = Description.Path.Root;
        if (demand.WantsAll(root))
        {
            return [new ObservedFact(Description.Path, Look(host))];
        }

        return demand.Keys(root) is { Count: > 0 } keys ? Entries(keys, Look(host)) : [];
    }

    private IEnumerable<ObservedFact> Entries(IReadOnlyList<string> keys, Observation map) =>
        keys.Select(key => new ObservedFact(Description.Path with { Key = key }, Entry(map, key)));

    private static Observation Entry(Observation map, string key) => map switch
    {
        Present { Value: MapValue value } present => value.Entries.Find(key) switch
        {
            Present entry => entry with { Source = present.Source },
            Absent => new Absent(present.Source),
            Unknown unknown => unknown,
            _ => value.IsComplete ? new Absent(present.Source) : new Unknown(UnknownCause.MissingSource, present.Source),
        },
        _ => map,
    };
}
