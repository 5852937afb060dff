using System.Text.Json;

namespace Policy.Authoring.Schemas;

/// <summary>Writes what editors offer beside the known keys and words, as <c>defaultSnippets</c>.</summary>
internal static class SchemaSnippets
{
    /// <summary>Texts.</summary>
    public static void Write(Utf8JsonWriter json, SchemaText text)
    {
        if (text.Suggestions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("defaultSnippets");
        foreach (var word in text.Suggestions)
        {
            json.WriteStartObject();
            json.WriteString("label", word);
            json.WriteString("body", word);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Keys with a place to fill in.</summary>
    public static void Write(Utf8JsonWriter json, SchemaMapping mapping)
    {
        if (mapping.Suggestions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("defaultSnippets");
        foreach (var suggestion in mapping.Suggestions)
        {
            json.WriteStartObject();
            json.WriteString("label", suggestion.Label);
            json.WriteString("description", suggestion.Describe);
            json.WriteStartObject("body");
            json.WriteString(suggestion.Key, suggestion.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
