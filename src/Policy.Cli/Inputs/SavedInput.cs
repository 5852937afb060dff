using System.Text.Json;
using Policy.Cli.Terminal;
using Policy.Reporting.Results;

namespace Policy.Cli.Inputs;

/// <summary>Reads results that a run has saved: a document, or the lines of NDJSON.</summary>
internal static class SavedInput
{
    /// <summary>The document.</summary>
    /// <param name="name">The file, or <c>-</c> for standard input.</param>
    /// <exception cref="CommandFailure">It cannot be read (66) or is no results (65).</exception>
    public static byte[] Read(string name)
    {
        var bytes = InputFile.Read(name);
        return IsLines(bytes) ? HostLines.Document(Lines(bytes)) : bytes;
    }

    /// <summary>The document, parsed.</summary>
    /// <exception cref="CommandFailure">It cannot be read (66) or is no results (65).</exception>
    public static JsonDocument Parse(string name) => Parse(name, Read(name));

    /// <summary>The document, once it is known to be results.</summary>
    /// <exception cref="CommandFailure">It cannot be read (66) or is no results (65).</exception>
    public static byte[] ReadResults(string name)
    {
        var bytes = Read(name);
        Parse(name, bytes).Dispose();
        return bytes;
    }

    private static JsonDocument Parse(string name, byte[] bytes)
    {
        var read = SavedResults.Read(name, bytes);
        if (read.Value is { } document)
        {
            return document;
        }

        DiagnosticPrinter.Print(Console.Error, read.Diagnostics, new Dictionary<string, byte[]> { [name] = bytes });
        throw new CommandFailure(ExitCode.BadData, string.Empty);
    }

    // A whole object on the first line that is no document is a host.
    private static bool IsLines(byte[] bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(Lines(bytes).FirstOrDefault().Span);
            using var first = JsonDocument.ParseValue(ref reader);
            return first.RootElement.ValueKind == JsonValueKind.Object && first.RootElement.TryGetProperty("host", out _) && !first.RootElement.TryGetProperty("format", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> bytes)
    {
        for (var rest = bytes; rest.Length > 0;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).Length > 0)
            {
                yield return line;
            }
        }
    }
}
