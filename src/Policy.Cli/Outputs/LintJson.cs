using System.Text.Encodings.Web;
using System.Text.Json;
using Policy.Core.Diagnostics;

namespace Policy.Cli.Outputs;

/// <summary>Writes complaints as JSON.</summary>
/// <remarks>
/// <c>format</c> 1; <c>engine</c>; <c>files</c>, <c>rules</c>, <c>errors</c>, <c>warnings</c> (numbers); <c>diagnostics</c>: each with <c>code</c>, <c>severity</c>
/// (<c>error</c>, <c>warning</c>), <c>title</c>, <c>file</c>, <c>line</c>, <c>column</c>, <c>length</c> (from 1, in UTF-16 units), <c>message</c>, <c>help</c> (or null) and
/// <c>fix</c>: pieces of the text that are replaced, each with <c>line</c>, <c>column</c>, <c>length</c> and <c>text</c>; empty where the author has to decide.
/// </remarks>
internal static class LintJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    /// <summary>The document, with a line end at its end.</summary>
    public static byte[] Write(LintReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("engine", Engine.Name);
            json.WriteNumber("files", report.Texts.Count);
            json.WriteNumber("rules", report.Rules);
            json.WriteNumber("errors", report.Errors);
            json.WriteNumber("warnings", report.Warnings);
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in report.Diagnostics)
            {
                WriteDiagnostic(json, diagnostic, report);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The word for a severity, the same in every form.</summary>
    public static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic, LintReport report)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code.Id);
        json.WriteString("severity", Word(diagnostic.Code.Severity));
        json.WriteString("title", diagnostic.Code.Title);
        json.WriteString("file", diagnostic.Span.File);
        WritePlace(json, diagnostic.Span);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("help", diagnostic.Help);
        json.WriteStartArray("fix");
        foreach (var edit in report.Edits(diagnostic))
        {
            json.WriteStartObject();
            WritePlace(json, edit.Span);
            json.WriteString("text", edit.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteNumber("line", span.Line);
        json.WriteNumber("column", span.Column);
        json.WriteNumber("length", span.Length);
    }
}
