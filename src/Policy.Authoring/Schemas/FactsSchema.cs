using System.Text;
using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>Writes the JSON Schema of fact documents: LANGUAGE 2.4.</summary>
/// <remarks>
/// Stricter than the program, which takes a value of a wrong type for an unknown fact: who writes a document wants to hear of it.
/// Members that the catalogue does not have are allowed, because policies may declare facts of their own.
/// </remarks>
internal static class FactsSchema
{
    /// <summary>The name of the published file without the ending.</summary>
    public const string Name = "facts";

    /// <summary>The text of the file, with a line end at its end.</summary>
    public static string Write(FactCatalogue catalogue)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SchemaJson.Options))
        {
            json.WriteStartObject();
            SchemaJson.WriteHead(json, Name, "Facts", "What is known of one host, format 1.");
            json.WriteString("type", "object");
            SchemaJson.WriteStrings(json, "required", ["format", "host", "facts"]);
            json.WriteStartObject("properties");
            WriteOrigin(json);
            json.WriteStartObject("facts");
            WriteBranch(json, new FactTree(catalogue), "The facts. null is absent; what is not there is unknown.");
            json.WriteEndObject();
            WriteUnknown(json);
            WriteSources(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteOrigin(Utf8JsonWriter json)
    {
        json.WriteStartObject("format");
        json.WriteString("description", "The version of this format.");
        json.WriteStartArray("enum");
        json.WriteNumberValue(1);
        json.WriteEndArray();
        json.WriteEndObject();
        WriteText(json, "host", "The name of the host.", "\\S");
        WriteText(json, "collected_at", "When the host was asked, in UTC; ages are counted against it.", SchemaLiterals.Date);
        WriteText(json, "collector", "The program that asked, with its version.", null);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string describe, string? pattern)
    {
        json.WriteStartObject(name);
        json.WriteString("description", describe);
        json.WriteString("type", "string");
        if (pattern is not null)
        {
            json.WriteString("pattern", pattern);
        }

        json.WriteEndObject();
    }

    private static void WriteBranch(Utf8JsonWriter json, FactTree tree, string describe)
    {
        json.WriteString("description", describe);
        SchemaJson.WriteStrings(json, "type", ["object", "null"]);
        json.WriteStartObject("properties");
        foreach (var (name, branch) in tree.Branches)
        {
            json.WriteStartObject(name);
            if (branch.Fact is { } fact)
            {
                json.WriteString("description", fact.Describe);
                FactValues.Write(json, fact.Type);
            }
            else
            {
                WriteBranch(json, branch, $"The facts whose paths begin with {name}.");
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter json)
    {
        json.WriteStartObject("unknown");
        json.WriteString("description", "Why facts are unknown, by path; a path speaks for everything below it.");
        json.WriteString("type", "object");
        json.WriteStartObject("additionalProperties");
        json.WriteString("type", "object");
        SchemaJson.WriteStrings(json, "required", ["cause"]);
        json.WriteStartObject("properties");
        json.WriteStartObject("cause");
        json.WriteString("description", "Why.");
        SchemaJson.WriteStrings(json, "enum", [.. Enum.GetValues<UnknownCause>().Select(cause => cause.Name())]);
        json.WriteEndObject();
        WriteText(json, "detail", "What was tried.", null);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json)
    {
        json.WriteStartObject("sources");
        json.WriteString("description", "Where facts were read, by path.");
        json.WriteString("type", "object");
        json.WriteStartObject("additionalProperties");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
