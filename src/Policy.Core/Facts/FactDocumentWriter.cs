using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policy.Core.Facts.Documents;

namespace Policy.Core.Facts;

/// <summary>Writes fact documents of format 1.</summary>
public static class FactDocumentWriter
{
    /// <summary>Writes the facts of one host; the same facts in any order give the same bytes.</summary>
    /// <param name="origin">Whose facts they are.</param>
    /// <param name="facts">The facts; where two speak of one place, the later one holds.</param>
    /// <param name="isIndented">Whether it is written for readers; otherwise it is one line, as NDJSON wants it.</param>
    /// <returns>UTF-8 with a line end behind it. An element of a list that could not be read is <c>null</c>; of its unknown fields nothing is written.</returns>
    public static byte[] Write(FactOrigin origin, IEnumerable<ObservedFact> facts, bool isIndented = true)
    {
        var tree = new FactTree();
        foreach (var fact in facts)
        {
            tree.Add(fact);
        }

        var bytes = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = isIndented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(bytes, options))
        {
            Write(writer, origin, tree);
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, FactOrigin origin, FactTree tree)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", 1);
        writer.WriteString("host", origin.Host);
        if (origin.CollectedAt is { } collectedAt)
        {
            writer.WriteString("collected_at", Instant.Write(collectedAt));
        }

        writer.WriteString("collector", origin.Collector);
        writer.WritePropertyName("facts");
        ValueWriter.Write(writer, tree.Root);
        writer.WriteStartObject("unknown");
        foreach (var (path, unknown) in tree.Unknowns)
        {
            WriteUnknown(writer, path, unknown);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("sources");
        foreach (var (path, source) in tree.Sources)
        {
            writer.WriteStartArray(path);
            writer.WriteStringValue(source);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter writer, string path, Unknown unknown)
    {
        writer.WriteStartObject(path);
        writer.WriteString("cause", unknown.Cause.Name());
        if (unknown.Detail.Length > 0)
        {
            writer.WriteString("detail", unknown.Detail);
        }

        writer.WriteEndObject();
    }
}
