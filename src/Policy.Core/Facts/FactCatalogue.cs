using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>All facts that a policy can name.</summary>
/// <remarks>The facts of the program's sources, and those that one policy declares beside them.</remarks>
public sealed class FactCatalogue
{
    private readonly Dictionary<string, FactDescription> byRoot;
    private readonly Lazy<string[]> names;

    /// <summary>A catalogue of the given facts.</summary>
    /// <exception cref="ArgumentException">Two facts have one root.</exception>
    public FactCatalogue(IEnumerable<FactDescription> facts)
    {
        byRoot = facts.ToDictionary(fact => fact.Path.Root, StringComparer.Ordinal);
        names = new Lazy<string[]>(() => [.. Facts.SelectMany(fact => Paths(fact.Path.ToString(), fact.Type))]);
    }

    /// <summary>Without any fact.</summary>
    public static FactCatalogue Empty { get; } = new([]);

    /// <summary>The facts in ordinal order of their roots.</summary>
    public IEnumerable<FactDescription> Facts => byRoot.Values.OrderBy(fact => fact.Path.Root, StringComparer.Ordinal);

    /// <summary>This catalogue with further facts; one that is already there is replaced.</summary>
    public FactCatalogue With(IEnumerable<FactDescription> facts) =>
        new(byRoot.Values.Concat(facts).GroupBy(fact => fact.Path.Root, StringComparer.Ordinal).Select(group => group.Last()));

    /// <summary>The fact with exactly this root, keyed or not; null if there is none.</summary>
    public FactDescription? Find(string root) => byRoot.GetValueOrDefault(root);

    /// <summary>What a path means; null if no fact, key or field is there.</summary>
    public FactReference? Resolve(FactPath path)
    {
        if (path.Key is not null)
        {
            return Find(path.Root) is { Type: MapType map } keyed ? ResolveKeyed(keyed, map, path) : null;
        }

        for (var length = path.Names.Count; length > 0; length--)
        {
            if (Find(string.Join('.', path.Names.Take(length))) is { Type: not MapType } fact)
            {
                var fields = path.Names.Skip(length).ToSequence();
                return TypeOf(fact.Type, fields) is { } type ? new FactReference(fact, null, fields, type) : null;
            }
        }

        return null;
    }

    /// <summary>The type at the end of a chain of record fields; null if a field is not there.</summary>
    public static FactType? TypeOf(FactType type, Sequence<string> fields)
    {
        FactType? current = type;
        foreach (var field in fields)
        {
            current = (current as RecordType)?.Fields.FirstOrDefault(item => item.Name == field)?.Type;
        }

        return current;
    }

    /// <summary>The type that an element of a list or map has for a condition: of a map's records, the key is one more field.</summary>
    /// <returns>Null if the type has no elements.</returns>
    public static FactType? ElementOf(FactType type) => type switch
    {
        ListType list => list.Of,
        MapType { Of: RecordType record } map => new RecordType([new FactField(map.KeyName, new StringType(), "The key of the entry"), .. record.Fields]),
        MapType map => map.Of,
        _ => null,
    };

    /// <summary>Every path that can be written without a key of the host's own, and every map as <c>name(*)</c>: what a mistyped path is compared with.</summary>
    public IReadOnlyList<string> Names() => names.Value;

    private static FactReference? ResolveKeyed(FactDescription fact, MapType map, FactPath path)
    {
        if (path.IsWholeMap)
        {
            return path.Fields.Count == 0 ? new FactReference(fact, path.Key, [], map) : null;
        }

        return TypeOf(map.Of, path.Fields) is { } type ? new FactReference(fact, path.Key, path.Fields, type) : null;
    }

    private static IEnumerable<string> Paths(string path, FactType type) => type switch
    {
        RecordType record => record.Fields.SelectMany(field => Paths($"{path}.{field.Name}", field.Type)).Prepend(path),
        _ => [path],
    };
}
