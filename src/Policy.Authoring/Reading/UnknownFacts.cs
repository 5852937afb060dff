using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Tells what an unknown path was meant to be.</summary>
internal static class UnknownFacts
{
    /// <summary>The help line: the nearest path, the missing or needless key, or the fields that there are.</summary>
    public static string? Help(FactCatalogue catalogue, FactPath path)
    {
        var root = catalogue.Find(path.Root);
        return (path.Key, root?.Type) switch
        {
            (not null, MapType { Of: RecordType record }) => FieldHelp(path, record),
            (not null, MapType map) => $"an entry of `{root!.Path}` is a {map.Of} without fields",
            (not null, not null) => $"`{path.Root}` has no key: write `{string.Join('.', path.Names.Concat(path.Fields))}`",
            (null, MapType map) => $"`{path.Root}` is keyed: write `{path.Root}({map.KeyName.ToUpperInvariant()})`",
            (not null, null) => Keyed(catalogue, path),
            _ => NearestName.Help(path.ToString(), catalogue.Names()),
        };
    }

    private static string? Keyed(FactCatalogue catalogue, FactPath path)
    {
        var maps = catalogue.Facts.Where(fact => fact.Type is MapType).Select(fact => fact.Path.Root);
        return NearestName.Of(path.Root, maps) is { } nearest ? $"did you mean `{path with { Names = [.. nearest.Split('.')] }}`?" : null;
    }

    private static string FieldHelp(FactPath path, RecordType record)
    {
        var names = record.Fields.Select(field => field.Name).ToList();
        return path.Fields.Count > 0 && NearestName.Of(path.Fields[0], names) is { } nearest
            ? $"did you mean `{path with { Fields = [nearest] }}`?"
            : $"it has {string.Join(", ", names.Select(name => $"`.{name}`"))}";
    }
}
