using System.Diagnostics;
using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>Writes what literals of a type look like to an editor, which takes a plain <c>5.10</c> for a number: LANGUAGE 3.1.</summary>
internal static class SchemaLiterals
{
    /// <summary>A day, or an instant with its zone.</summary>
    public const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private const string Number = "-?[0-9]+(\\.[0-9]+)?";

    /// <summary>The keywords for a scalar type.</summary>
    public static void Write(Utf8JsonWriter json, FactType type)
    {
        switch (type)
        {
            case BooleanType:
                Write(json, ["boolean", "string"], "^(true|false)$");
                break;
            case NumberType { Unit: FactUnit.None }:
                Write(json, ["number", "string"], $"^{Number}$");
                break;
            case NumberType number:
                WriteMeasure(json, number.Unit);
                break;
            case StringType { OneOf.Count: > 0 } word:
                Write(json, ["string"], null);
                SchemaJson.WriteStrings(json, "enum", word.OneOf);
                break;
            case DateType:
                Write(json, ["string"], Date);
                break;
            case StringType or VersionType:
                Write(json, ["string", "number", "boolean"], null);
                break;
            default:
                throw new UnreachableException($"no literals for {type}");
        }
    }

    /// <summary>A number with one of the unit's names, or zero.</summary>
    public static string Measure(FactUnit unit) => $"^(-?0+(\\.0+)?|{Number} *({string.Join('|', FactUnitNames.Of(unit))}))$";

    private static void WriteMeasure(Utf8JsonWriter json, FactUnit unit)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        Write(json, ["string"], Measure(unit));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteStartArray("enum");
        json.WriteNumberValue(0);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string[] types, string? pattern)
    {
        SchemaJson.WriteStrings(json, "type", [.. types]);
        if (pattern is not null)
        {
            json.WriteString("pattern", pattern);
        }
    }
}
