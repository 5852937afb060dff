using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Reporting.Results;

/// <summary>How JSON is written: readable characters as they are, instants in UTC, no lone surrogates.</summary>
internal static class JsonText
{
    /// <summary>For documents that people open.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For lines.</summary>
    public static JsonWriterOptions OneLine { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text with lone surrogates replaced by U+FFFD.</summary>
    public static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    /// <summary>A text, or null.</summary>
    public static void WriteText(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, WellFormed(text));
        }
    }

    /// <summary>An instant, or null.</summary>
    public static void WriteInstant(this Utf8JsonWriter writer, string name, DateTimeOffset? instant) =>
        writer.WriteText(name, instant is { } known ? Instants.Text(known) : null);

    /// <summary>A number, or null.</summary>
    public static void WriteAmount(this Utf8JsonWriter writer, string name, decimal? amount)
    {
        if (amount is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(WellFormed(text));
        }

        writer.WriteEndArray();
    }
}
