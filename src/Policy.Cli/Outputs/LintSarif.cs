using System.Text.Encodings.Web;
using System.Text.Json;
using Policy.Authoring;
using Policy.Core.Diagnostics;

namespace Policy.Cli.Outputs;

/// <summary>Writes complaints as SARIF 2.1.0: one run, one reporting descriptor a code.</summary>
internal static class LintSarif
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    /// <summary>The log, with a line end at its end.</summary>
    public static byte[] Write(LintReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteRun(Utf8JsonWriter json, LintReport report)
    {
        var codes = report.Diagnostics.Select(item => item.Code).Distinct().OrderBy(code => code.Id, StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policy");
        json.WriteString("version", Engine.Version);
        json.WriteStartArray("rules");
        codes.ForEach(code => WriteRule(json, code));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in report.Diagnostics)
        {
            WriteResult(json, diagnostic, codes.IndexOf(diagnostic.Code), report.Edits(diagnostic));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, DiagnosticCode code)
    {
        json.WriteStartObject();
        json.WriteString("id", code.Id);
        WriteText(json, "shortDescription", code.Title);
        WriteText(json, "help", $"{code.Id}, {LintJson.Word(code.Severity)}: {code.Title}. The message of each result says what was found, what was expected and what to write instead.");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LintJson.Word(code.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule, Sequence<TextEdit> edits)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LintJson.Word(diagnostic.Code.Severity));
        WriteText(json, "message", diagnostic.Help is null ? diagnostic.Message : $"{diagnostic.Message}\nhelp: {diagnostic.Help}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, diagnostic.Span.File);
        WriteRegion(json, "region", diagnostic.Span);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (edits.Count > 0)
        {
            WriteFix(json, diagnostic, edits);
        }

        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Diagnostic diagnostic, Sequence<TextEdit> edits)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifact(json, diagnostic.Span.File);
        json.WriteStartArray("replacements");
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            WriteRegion(json, "deletedRegion", edit.Span);
            WriteText(json, "insertedContent", edit.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(file));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, SourceSpan span)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", span.Line);
        json.WriteNumber("startColumn", span.Column);
        json.WriteNumber("endColumn", span.Column + span.Length);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // A relative reference whose first piece has a colon would be read as a scheme; escaping the pieces escapes that too.
    private static string Uri(string file) => (Path.IsPathRooted(file) ? "file://" : string.Empty) + string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));
}
