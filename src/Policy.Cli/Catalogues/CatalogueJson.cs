using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Cli.Catalogues;

/// <summary>Writes the catalogue as JSON.</summary>
/// <remarks>
/// <c>format</c> 1; <c>engine</c>; <c>facts</c>: each with <c>path</c>, <c>describe</c>, its type, <c>operators</c>, <c>sources</c> and <c>privilege</c> (<c>none</c>,
/// <c>root</c>). A type is what a policy writes under <c>facts</c> for a fact of its own: <c>type</c>, and by type <c>unit</c> (the base unit of a fact document),
/// <c>scheme</c>, <c>one_of</c>, <c>of</c>, <c>key</c> (the field that an entry's key has in a condition) and <c>fields</c>.
/// </remarks>
internal static class CatalogueJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document, with a line end at its end.</summary>
    public static string Write(CatalogueSelection selection)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("engine", Engine.Name);
            json.WriteStartArray("facts");
            foreach (var fact in selection.Facts)
            {
                WriteFact(json, fact);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(stream.ToArray())}\n";
    }

    private static void WriteFact(Utf8JsonWriter json, FactDescription fact)
    {
        json.WriteStartObject();
        json.WriteString("path", fact.Path.ToString());
        json.WriteString("describe", fact.Describe);
        WriteType(json, fact.Type);
        WriteTexts(json, "operators", FactWords.Of(fact.Type));
        WriteTexts(json, "sources", fact.Sources);
        json.WriteString("privilege", fact.Privilege == FactPrivilege.Root ? "root" : "none");
        json.WriteEndObject();
    }

    // The entries of a type, in an object that the caller opens and closes.
    private static void WriteType(Utf8JsonWriter json, FactType type)
    {
        json.WriteString("type", type switch { ListType => "list", MapType => "map", _ => type.ToString() });
        switch (type)
        {
            case NumberType { Unit: not FactUnit.None } number:
                json.WriteString("unit", BaseUnit(number.Unit));
                break;
            case VersionType version:
                json.WriteString("scheme", version.Scheme.ToString().ToLowerInvariant());
                break;
            case StringType { OneOf.Count: > 0 } text:
                WriteTexts(json, "one_of", text.OneOf);
                break;
            case ListType list:
                WriteInner(json, list.Of);
                break;
            case MapType map:
                json.WriteString("key", map.KeyName);
                WriteInner(json, map.Of);
                break;
            case RecordType record:
                WriteFields(json, record);
                break;
        }
    }

    private static void WriteInner(Utf8JsonWriter json, FactType type)
    {
        json.WriteStartObject("of");
        WriteType(json, type);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, RecordType record)
    {
        json.WriteStartObject("fields");
        foreach (var field in record.Fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteString("describe", field.Describe);
            WriteType(json, field.Type);
            WriteTexts(json, "operators", FactWords.Of(field.Type));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string BaseUnit(FactUnit unit) => unit switch
    {
        FactUnit.Size => "B",
        FactUnit.Frequency => "Hz",
        FactUnit.Duration => "s",
        FactUnit.Bandwidth => "bit/s",
        FactUnit.Percent => "%",
        _ => throw new UnreachableException($"no base unit of {unit}"),
    };
}
