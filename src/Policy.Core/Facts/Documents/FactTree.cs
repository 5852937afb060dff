namespace Policy.Core.Facts.Documents;

/// <summary>Observed facts in the shape of a fact document.</summary>
internal sealed class FactTree
{
    /// <summary>The member <c>facts</c>.</summary>
    public FactTreeNode Root { get; } = new();

    /// <summary>Why facts are unknown, by path in ordinal order.</summary>
    public SortedDictionary<string, Unknown> Unknowns { get; } = new(StringComparer.Ordinal);

    /// <summary>Where facts were read, by path in ordinal order.</summary>
    public SortedDictionary<string, string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds one fact.</summary>
    public void Add(ObservedFact fact)
    {
        var names = fact.Path.Names.AsEnumerable();
        names = fact.Path.Key is null || fact.Path.IsWholeMap ? names : names.Append(fact.Path.Key);
        var path = fact.Path.ToString();
        if (SourceOf(fact.Observation) is { Length: > 0 } source)
        {
            Sources[path] = source;
        }

        if (fact.Observation is Unknown unknown)
        {
            Unknowns[path] = unknown;
            return;
        }

        var node = names.Concat(fact.Path.Fields).Aggregate(Root, (place, name) => place.Below(name));
        Fill(node, fact.Observation, fact.Path);
    }

    private static string SourceOf(Observation observation) => observation switch
    {
        Present present => present.Source,
        Absent absent => absent.Source,
        _ => "",
    };

    private void Fill(FactTreeNode node, Observation observation, FactPath? path)
    {
        switch (observation)
        {
            case Present { Value: RecordValue record }:
                FillParts(node, record.Fields, path is null ? _ => null : path.Field);
                break;
            case Present { Value: MapValue map }:
                node.IsComplete = map.IsComplete;
                FillParts(node, map.Entries, path is { IsWholeMap: true } ? path.Entry : _ => null);
                break;
            default:
                node.Leaf = observation;
                break;
        }
    }

    // A map inside of a record has no paths of its own: what is unknown there is left out, and so unknown.
    private void FillParts(FactTreeNode node, FactMap parts, Func<string, FactPath?> pathOf)
    {
        node.IsObject = true;
        foreach (var (name, part) in parts.Items)
        {
            var path = pathOf(name);
            if (part is not Unknown unknown)
            {
                Fill(node.Below(name), part, path);
            }
            else if (path is not null)
            {
                Unknowns[path.ToString()] = unknown;
            }
        }
    }
}
