using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policy.Core.Facts;

/// <summary>Writes fact documents: LANGUAGE 2.4.</summary>
/// <remarks>Members stand in ordinal order, so that equal facts give equal bytes. What is unknown inside an element of a list is left out.</remarks>
public static class FactDocumentWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8 with a line end behind it.</summary>
    /// <param name="origin">Whose facts they are.</param>
    /// <param name="facts">The facts in any order; none both as a whole map and as one of its entries.</param>
    public static byte[] Write(FactOrigin origin, IEnumerable<ObservedFact> facts)
    {
        var observed = facts.ToList();
        var branch = new FactBranch();
        foreach (var fact in observed)
        {
            branch.Add(fact);
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", 1);
            writer.WriteString("host", WellFormed(origin.Host));
            if (origin.CollectedAt is { } instant)
            {
                writer.WriteString("collected_at", Instants.Text(instant));
            }

            writer.WriteString("collector", origin.Collector);
            writer.WritePropertyName("facts");
            branch.Write(writer);
            WriteUnknown(writer, observed);
            WriteSources(writer, observed);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The text with lone surrogates replaced by U+FFFD.</summary>
    internal static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static void WriteUnknown(Utf8JsonWriter writer, IEnumerable<ObservedFact> facts)
    {
        var unknowns = new SortedDictionary<string, Unknown>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            Gather(fact.Path, fact.Observation, unknowns);
        }

        writer.WriteStartObject("unknown");
        foreach (var (path, unknown) in unknowns)
        {
            writer.WriteStartObject(WellFormed(path));
            writer.WriteString("cause", unknown.Cause.Name());
            if (unknown.Detail.Length > 0)
            {
                writer.WriteString("detail", WellFormed(unknown.Detail));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Gather(FactPath path, Observation observation, SortedDictionary<string, Unknown> unknowns)
    {
        switch (observation)
        {
            case Unknown unknown:
                unknowns[path.ToString()] = unknown;
                break;
            case Present { Value: MapValue map } when path.IsWholeMap:
                foreach (var (key, entry) in map.Entries.Items)
                {
                    Gather(path with { Key = key }, entry, unknowns);
                }

                break;
            case Present { Value: RecordValue record }:
                foreach (var (name, field) in record.Fields.Items)
                {
                    Gather(path.Key is null ? path with { Names = [.. path.Names, name] } : path with { Fields = [.. path.Fields, name] }, field, unknowns);
                }

                break;
        }
    }

    private static void WriteSources(Utf8JsonWriter writer, IEnumerable<ObservedFact> facts)
    {
        writer.WriteStartObject("sources");
        foreach (var fact in facts.OrderBy(fact => fact.Path.ToString(), StringComparer.Ordinal))
        {
            var source = fact.Observation switch { Present present => present.Source, Absent absent => absent.Source, _ => string.Empty };
            if (source.Length > 0)
            {
                writer.WriteStartArray(WellFormed(fact.Path.ToString()));
                writer.WriteStringValue(WellFormed(source));
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }
}
