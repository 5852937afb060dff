using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Tells what an unknown path was meant to be.</summary>
internal static class UnknownFacts
{
    private const string Everything = "`policy facts --catalogue` lists the facts; one of your own is declared under `facts`";

    /// <summary>The help line, with the path that was meant if it can be no other one.</summary>
    public static Advice? Advice(FactCatalogue catalogue, FactPath path, YamlScalar place) =>
        Help(catalogue, path) is { } help ? new Advice(help, Reading.Advice.Instead(place, Meant(catalogue, path))) : null;

    private static string? Meant(FactCatalogue catalogue, FactPath path) => (path.Key, catalogue.Find(path.Root)?.Type) switch
    {
        (not null, MapType { Of: RecordType record }) when !path.IsWholeMap && path.Fields.Count == 1 =>
            NearestName.Only(path.Fields[0], [.. record.Fields.Select(field => field.Name)]) is { } field ? $"{path with { Fields = [field] }}" : null,
        (not null, null) => NearestName.Only(path.Root, [.. Maps(catalogue)]) is { } root ? $"{path with { Names = [.. root.Split('.')] }}" : null,
        (null, null) when Unkeyed(catalogue, path) is null => NearestName.Only(path.ToString(), [.. catalogue.Names()]),
        _ => null,
    };

    /// <summary>The help line: the nearest path, the missing or needless key, or the fields that there are.</summary>
    public static string? Help(FactCatalogue catalogue, FactPath path)
    {
        var root = catalogue.Find(path.Root);
        return (path.Key, root?.Type) switch
        {
            (not null, MapType) when path.IsWholeMap => $"`{root!.Path}` is the whole map: ask it with `some`, `every`, `none`, `count` or `sum`",
            (not null, MapType { Of: RecordType record }) => FieldHelp(path, record),
            (not null, MapType map) => $"an entry of `{root!.Path}` is a {map.Of} without fields",
            (not null, not null) => $"`{path.Root}` has no key: write `{string.Join('.', path.Names.Concat(path.Fields))}`",
            (null, MapType map) => $"`{path.Root}` is keyed: write `{path.Root}({map.KeyName.ToUpperInvariant()})`",
            (not null, null) => Keyed(catalogue, path) ?? Everything,
            _ => Unkeyed(catalogue, path) ?? NearestName.Help(path.ToString(), catalogue.Names()) ?? Everything,
        };
    }

    // A path that goes on behind a fact: the fact is keyed, or it has other fields, or none.
    private static string? Unkeyed(FactCatalogue catalogue, FactPath path)
    {
        for (var length = path.Names.Count - 1; length > 0; length--)
        {
            var rest = string.Concat(path.Names.Skip(length).Select(name => $".{name}"));
            switch (catalogue.Find(string.Join('.', path.Names.Take(length))))
            {
                case { Type: MapType map } keyed:
                    return $"`{keyed.Path.Root}` is keyed: write `{keyed.Path.Root}({map.KeyName.ToUpperInvariant()}){(map.Of is RecordType ? rest : string.Empty)}`";
                case { Type: not RecordType } fact:
                    return $"`{fact.Path}` is a {fact.Type} without fields";
            }
        }

        return null;
    }

    /// <summary>The help line for a text that is no path: the nearest path or keyword, the missing key, or the form of a path.</summary>
    public static string Malformed(FactCatalogue catalogue, string text) => catalogue.Find(text) switch
    {
        { Type: MapType map } keyed => $"`{text}` is keyed: write `{text}({map.KeyName.ToUpperInvariant()})`, or `{keyed.Path}` for the whole map",
        _ when text.Contains('(', StringComparison.Ordinal) && !text.Contains(')', StringComparison.Ordinal) => $"close the parenthesis: `{text})`",
        _ => NearestName.Help(text, catalogue.Names().Concat(ConditionReader.Keywords)) ?? "a path has a dot or a key in parentheses, such as `cpu.flags` or `package(docker-ce).version`",
    };

    private static string? Keyed(FactCatalogue catalogue, FactPath path)
    {
        return NearestName.Of(path.Root, Maps(catalogue)) is { } nearest ? $"did you mean `{path with { Names = [.. nearest.Split('.')] }}`?" : null;
    }

    private static IEnumerable<string> Maps(FactCatalogue catalogue) => catalogue.Facts.Where(fact => fact.Type is MapType).Select(fact => fact.Path.Root);

    private static string FieldHelp(FactPath path, RecordType record)
    {
        var names = record.Fields.Select(field => field.Name).ToList();
        return path.Fields.Count > 0 && NearestName.Of(path.Fields[0], names) is { } nearest
            ? $"did you mean `{path with { Fields = [nearest] }}`?"
            : $"it has {string.Join(", ", names.Select(name => $"`.{name}`"))}";
    }
}
