using System.Diagnostics;
using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>Writes what a value of a type looks like in a fact document: LANGUAGE 2.4. Every value may be null, which is absent.</summary>
internal static class FactValues
{
    /// <summary>The keywords for a type.</summary>
    public static void Write(Utf8JsonWriter json, FactType type)
    {
        switch (type)
        {
            case ListType list:
                SchemaJson.WriteStrings(json, "type", ["array", "null"]);
                WriteMember(json, "items", list.Of);
                break;
            case RecordType record:
                SchemaJson.WriteStrings(json, "type", ["object", "null"]);
                WriteFields(json, record);
                break;
            case MapType map:
                SchemaJson.WriteStrings(json, "type", ["object", "null"]);
                WriteMember(json, "additionalProperties", map.Of);
                break;
            default:
                WriteScalar(json, type);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, FactType type)
    {
        SchemaJson.WriteStrings(json, "type", type switch
        {
            BooleanType => ["boolean", "null"],
            NumberType { Unit: FactUnit.None } => ["number", "null"],
            NumberType => ["number", "string", "null"],
            StringType or VersionType or DateType => ["string", "null"],
            _ => throw new UnreachableException($"no values of {type}"),
        });
        switch (type)
        {
            case NumberType { Unit: not FactUnit.None } number:
                json.WriteString("pattern", SchemaLiterals.Measure(number.Unit));
                break;
            case DateType:
                json.WriteString("pattern", SchemaLiterals.Date);
                break;
            case StringType { OneOf.Count: > 0 } word:
                WriteWords(json, word);
                break;
            default:
                break;
        }
    }

    private static void WriteWords(Utf8JsonWriter json, StringType type)
    {
        json.WriteStartArray("enum");
        type.OneOf.ToList().ForEach(json.WriteStringValue);
        json.WriteNullValue();
        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, RecordType record)
    {
        json.WriteStartObject("properties");
        foreach (var field in record.Fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteString("description", field.Describe);
            Write(json, field.Type);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, string keyword, FactType type)
    {
        json.WriteStartObject(keyword);
        Write(json, type);
        json.WriteEndObject();
    }
}
