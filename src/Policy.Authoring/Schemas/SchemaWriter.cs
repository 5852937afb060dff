using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>Writes a structure as JSON Schema, draft 7, for editors.</summary>
/// <remarks>
/// Uses only keywords that editors and NJsonSchema enforce, and two that only say something to editors: <c>markdownDescription</c> and
/// <c>defaultSnippets</c>. A scalar may be a string, a number or a boolean, because an editor takes a plain <c>5.10</c> for a number.
/// </remarks>
public static class SchemaWriter
{
    /// <summary>The text of the file, with a line end at its end.</summary>
    public static string Write(SchemaDocument document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SchemaJson.Options))
        {
            json.WriteStartObject();
            SchemaJson.WriteHead(json, document.Name, document.Title, document.Describe);
            WriteKeywords(json, document.Root);
            json.WriteStartObject("definitions");
            document.Definitions.ToList().ForEach(definition => WriteProperty(json, new SchemaEntry(definition.Name, definition.Describe, definition.Value)));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteProperty(Utf8JsonWriter json, SchemaEntry entry)
    {
        json.WriteStartObject(entry.Key);
        if (entry.Describe.Length > 0)
        {
            json.WriteString("description", entry.Describe);
        }

        if (entry.Hover is { } hover)
        {
            json.WriteString("markdownDescription", hover);
        }

        WriteKeywords(json, entry.Value);
        json.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter json, SchemaNode node)
    {
        json.WriteStartObject();
        WriteKeywords(json, node);
        json.WriteEndObject();
    }

    private static void WriteKeywords(Utf8JsonWriter json, SchemaNode node)
    {
        switch (node)
        {
            case SchemaText text:
                WriteText(json, text);
                break;
            case SchemaLiteral literal:
                SchemaLiterals.Write(json, literal.Type);
                break;
            case SchemaList list:
                WriteList(json, list);
                break;
            case SchemaMapping mapping:
                WriteMapping(json, mapping);
                break;
            case SchemaChoice choice:
                WriteChoice(json, choice);
                break;
            case SchemaReference reference:
                json.WriteString("$ref", $"#/definitions/{reference.Name}");
                break;
            case SchemaAnything:
                break;
            default:
                throw new UnreachableException($"no keywords for {node.GetType()}");
        }
    }

    private static void WriteText(Utf8JsonWriter json, SchemaText text)
    {
        SchemaJson.WriteStrings(json, "type", text.Words.Count > 0 ? ["string"] : ["string", "number", "boolean"]);
        if (text.Words.Count > 0)
        {
            SchemaJson.WriteStrings(json, "enum", text.Words);
        }

        if (text.Form is { } form)
        {
            json.WriteString("pattern", form.Pattern);
        }

        SchemaSnippets.Write(json, text);
    }

    private static void WriteList(Utf8JsonWriter json, SchemaList list)
    {
        json.WriteString("type", "array");
        WriteMinimum(json, "minItems", list.MayBeEmpty);
        json.WritePropertyName("items");
        WriteObject(json, list.Items);
    }

    private static void WriteChoice(Utf8JsonWriter json, SchemaChoice choice)
    {
        json.WriteStartArray("anyOf");
        choice.Shapes.ToList().ForEach(shape => WriteObject(json, shape));
        json.WriteEndArray();
    }

    private static void WriteMapping(Utf8JsonWriter json, SchemaMapping mapping)
    {
        json.WriteString("type", "object");
        WriteMinimum(json, "minProperties", mapping.MayBeEmpty);
        if (mapping.Entries.Any(entry => entry.IsRequired))
        {
            SchemaJson.WriteStrings(json, "required", mapping.Entries.Where(entry => entry.IsRequired).Select(entry => entry.Key).ToSequence());
        }

        json.WriteStartObject("properties");
        foreach (var entry in mapping.Entries)
        {
            WriteProperty(json, entry);
        }

        json.WriteEndObject();
        WritePatterns(json, mapping);
        WriteOthers(json, mapping.Others);
        SchemaSnippets.Write(json, mapping);
    }

    private static void WritePatterns(Utf8JsonWriter json, SchemaMapping mapping)
    {
        var families = mapping.Patterns;
        if (families.Count == 0 && mapping.Others?.Form is null)
        {
            return;
        }

        json.WriteStartObject("patternProperties");
        families.ToList().ForEach(family => WriteProperty(json, family));
        if (mapping.Others is { Form: { } form } others)
        {
            json.WritePropertyName(form.Pattern);
            WriteObject(json, others.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteOthers(Utf8JsonWriter json, SchemaOthers? others)
    {
        if (others is null or { Form: not null } or { Value: SchemaAnything })
        {
            json.WriteBoolean("additionalProperties", others is { Form: null });
        }
        else
        {
            json.WritePropertyName("additionalProperties");
            WriteObject(json, others.Value);
        }
    }

    private static void WriteMinimum(Utf8JsonWriter json, string keyword, bool mayBeEmpty)
    {
        if (!mayBeEmpty)
        {
            json.WriteNumber(keyword, 1);
        }
    }
}
