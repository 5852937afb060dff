namespace Policy.Core.Facts.Documents;

/// <summary>Puts what a document says under <c>unknown</c> about a key or field into the map or record that is read as a whole.</summary>
internal static class InnerUnknown
{
    /// <summary>The observation with the unknown part, if the part is declared, the document does not hold it, and it is not absent from a complete map.</summary>
    /// <param name="whole">The map or record; anything else comes back as it is.</param>
    /// <param name="type">Its type.</param>
    /// <param name="path">The keys and fields that lead to the part; at least one.</param>
    /// <param name="unknown">Why the part is not there.</param>
    public static Observation Add(Observation whole, FactType type, ReadOnlySpan<string> path, Unknown unknown) => (whole, type) switch
    {
        (Present { Value: MapValue map } present, MapType of) when !map.IsComplete || map.Entries.Find(path[0]) is not null =>
            present with { Value = map with { Entries = Add(map.Entries, of.Of, path, unknown) } },
        (Present { Value: RecordValue record } present, RecordType of) when FactCatalogue.TypeOf(of, [path[0]]) is { } field =>
            present with { Value = new RecordValue(Add(record.Fields, field, path, unknown)) },
        _ => whole,
    };

    private static FactMap Add(FactMap parts, FactType type, ReadOnlySpan<string> path, Unknown unknown) => (parts.Find(path[0]), path.Length) switch
    {
        (null, 1) => parts.With(path[0], unknown),
        ({ } part, > 1) => parts.With(path[0], Add(part, type, path[1..], unknown)),
        _ => parts,
    };
}
