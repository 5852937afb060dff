using System.Text.Json.Nodes;
using Policy.Core.Diagnostics;

namespace Policy.Cli.LanguageServer;

/// <summary>Places and names as the protocol spells them: lines and characters from 0, in UTF-16 units, and files as URIs.</summary>
internal static class EditorText
{
    /// <summary>A place as a range.</summary>
    public static JsonObject Range(SourceSpan span) => new()
    {
        ["start"] = Position(span.Line - 1, span.Column - 1),
        ["end"] = Position(span.Line - 1, span.Column - 1 + span.Length),
    };

    /// <summary>The place of a cursor: line and column from 1.</summary>
    public static (int Line, int Column) Cursor(JsonNode parameters) => (Number(parameters["position"]?["line"]) + 1, Number(parameters["position"]?["character"]) + 1);

    /// <summary>The first and the last line of a range, from 1.</summary>
    public static (int First, int Last) Lines(JsonNode? range) => (Number(range?["start"]?["line"]) + 1, Number(range?["end"]?["line"]) + 1);

    /// <summary>The URI of the document of a request; empty if it has none.</summary>
    public static string Uri(JsonNode parameters) => Text(parameters["textDocument"]?["uri"]);

    /// <summary>A text of a message; empty if there is none.</summary>
    public static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    /// <summary>The file of a URI; the URI itself if it is none of a file.</summary>
    public static string File(string uri) => System.Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? parsed.LocalPath : uri;

    /// <summary>The URI of a file.</summary>
    public static string UriOf(string file) => Path.IsPathFullyQualified(file) ? new Uri(file).AbsoluteUri : file;

    /// <summary>Markdown as the protocol wants it.</summary>
    public static JsonObject Markdown(string text) => new() { ["kind"] = "markdown", ["value"] = text };

    private static JsonObject Position(int line, int character) => new() { ["line"] = Math.Max(0, line), ["character"] = Math.Max(0, character) };

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
