using System.Text;
using System.Text.Json.Nodes;
using Policy.Authoring.Editing;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Cli.LanguageServer;

/// <summary>Tells what stands under the cursor.</summary>
/// <param name="workspace">The documents.</param>
/// <param name="guide">What can stand where.</param>
/// <param name="host">What facts are on a host.</param>
internal sealed class Hover(Workspace workspace, EditorGuide guide, HostValues host)
{
    /// <summary>The text to show; null if nothing is known there.</summary>
    public JsonNode? Answer(JsonNode parameters)
    {
        var file = EditorText.File(EditorText.Uri(parameters));
        var cursor = EditorText.Cursor(parameters);
        var symbol = workspace.At(file, cursor);
        var described = workspace.Open.TryGetValue(file, out var bytes) ? guide.Describe(new SourceText(file, Encoding.UTF8.GetString(bytes)), cursor.Line, cursor.Column) : null;
        string?[] parts = symbol?.Kind switch
        {
            SymbolKind.Fact => [described, Value(symbol)],
            SymbolKind.Keyword or null => [described],
            _ => [Declared(symbol, file), described],
        };
        var text = string.Join("\n\n", parts.Where(part => part is { Length: > 0 }));
        return text.Length == 0 ? null : new JsonObject { ["contents"] = EditorText.Markdown(text) };
    }

    private string? Value(Symbol symbol) =>
        FactPath.TryParse(symbol.Name, out var path) && FactSources.Catalogue.Resolve(path) is { IsWholeMap: false } reference && host.Of(reference) is { } value ? $"{host.Name}: {value}" : null;

    private string? Declared(Symbol symbol, string file)
    {
        var place = workspace.Same(symbol, file).FirstOrDefault(other => other.IsDeclaration)?.Span;
        return place is not null && workspace.Line(place) is { } line ? $"```yaml\n{line.Trim()}\n```\n\n{Path.GetFileName(place.File)}, line {place.Line}" : null;
    }
}
