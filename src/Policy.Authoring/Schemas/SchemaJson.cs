using System.Text.Encodings.Web;
using System.Text.Json;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>What all published schemas have in common.</summary>
internal static class SchemaJson
{
    /// <summary>How the files look.</summary>
    public static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what stands at the head of every schema.</summary>
    public static void WriteHead(Utf8JsonWriter json, string name, string title, string describe)
    {
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("$id", $"urn:policy:schema:{name}:1");
        json.WriteString("title", title);
        json.WriteString("description", describe);
    }

    /// <summary>Writes a member that is a list of texts.</summary>
    public static void WriteStrings(Utf8JsonWriter json, string name, Sequence<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
