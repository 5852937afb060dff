using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software;

/// <summary>The facts of a map, as a demand wants them: the whole map, or the named entries.</summary>
/// <param name="Whole">The whole map.</param>
/// <param name="Entry">One entry by its key.</param>
internal sealed record MapFact(Func<Observation> Whole, Func<string, Observation> Entry)
{
    /// <summary>Each wanted fact once.</summary>
    /// <param name="root">The name of the map, such as <c>package</c>.</param>
    /// <param name="demand">What is wanted.</param>
    public IEnumerable<ObservedFact> Emit(string root, Demand demand)
    {
        if (demand.WantsAll(root))
        {
            return [new ObservedFact(PathOf(root, FactPath.WholeMapKey), Whole())];
        }

        return demand.Keys(root).Select(key => new ObservedFact(PathOf(root, key), Entry(key)));
    }

    /// <summary>The map whose keys come from a table of our own: a key that is not in it is unknown, one that is, is what the host says.</summary>
    /// <param name="root">The name of the map.</param>
    /// <param name="names">The keys of the table.</param>
    /// <param name="demand">What is wanted.</param>
    /// <param name="entry">One entry by its key, one of <paramref name="names"/>.</param>
    public static IEnumerable<ObservedFact> OfTable(string root, IReadOnlyCollection<string> names, Demand demand, Func<string, Observation> entry)
    {
        Observation Find(string key) => names.Contains(key)
            ? entry(key)
            : new Unknown(UnknownCause.Unsupported, $"{root}: nothing is known of `{key}`, only of {string.Join(", ", names)}");
        Observation Whole() => new Present(
            new MapValue(new FactMap(names.Union(demand.Keys(root)).Select(key => KeyValuePair.Create(key, Inside(Find(key))))), IsComplete: true),
            root);
        return new MapFact(Whole, Find).Emit(root, demand);
    }

    /// <summary>An observation as it stands inside a map, record or list: without its source.</summary>
    public static Observation Inside(Observation observation) => observation switch
    {
        Present present => present with { Source = string.Empty },
        Absent => new Absent(),
        _ => observation,
    };

    private static FactPath PathOf(string root, string key) => new([.. root.Split('.')], key, []);
}
