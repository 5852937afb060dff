using System.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Prose;

/// <summary>Types of facts in words.</summary>
public static class FactTypeProse
{
    /// <summary>What values a fact can have, with unit, scheme and enumeration.</summary>
    public static string Of(FactType type, Language language) => type switch
    {
        StringType { OneOf.Count: > 0 } text => language.Say("type.one_of", language.Say("type.string"), string.Join(language.Say("comma"), text.OneOf)),
        VersionType version => language.Say("type.version", version.Scheme.ToString().ToLowerInvariant()),
        ListType list => language.Say("type.list", Of(list.Of, language)),
        MapType map => language.Say("type.map", Of(map.Of, language), map.KeyName),
        BooleanType or NumberType or StringType or DateType or RecordType => language.Say($"type.{type}"),
        _ => throw new UnreachableException($"no prose for {type}"),
    };

    /// <summary>The fields of a record, of a list's or a map's records, with their names, types and descriptions; empty for what has none.</summary>
    public static IReadOnlyList<ProseLine> Fields(FactType type, Language language) => type switch
    {
        RecordType record => [.. record.Fields.SelectMany(field => Field(field, language))],
        ListType or MapType => Fields(FactCatalogue.ElementOf(type)!, language),
        _ => [],
    };

    private static IEnumerable<ProseLine> Field(FactField field, Language language)
    {
        var described = language.Say("colon", $".{field.Name}", Of(field.Type, language));
        yield return new ProseLine(0, field.Describe.Length == 0 ? described : $"{described} - {field.Describe}");
        foreach (var line in Fields(field.Type, language))
        {
            yield return line.Deeper();
        }
    }
}
