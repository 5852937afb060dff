using System.Text.Json.Nodes;
using Policy.Authoring.Editing;
using Policy.Core.Facts;

namespace Policy.Cli.LanguageServer;

/// <summary>Goes from a name to where it is made, and gives it another one everywhere.</summary>
/// <param name="workspace">The documents.</param>
internal sealed class Renaming(Workspace workspace)
{
    /// <summary>Where the name at the cursor is made; null if that is nowhere in the workspace.</summary>
    public JsonNode? Definition(JsonNode parameters)
    {
        var file = EditorText.File(EditorText.Uri(parameters));
        var declared = workspace.At(file, EditorText.Cursor(parameters)) is { } symbol ? workspace.Same(symbol, file).FirstOrDefault(other => other.IsDeclaration) : null;
        return declared is null ? null : Location(declared);
    }

    /// <summary>Every place that names what the name at the cursor names.</summary>
    public JsonNode References(JsonNode parameters)
    {
        var file = EditorText.File(EditorText.Uri(parameters));
        return workspace.At(file, EditorText.Cursor(parameters)) is { } symbol ? new JsonArray([.. workspace.Same(symbol, file).Select(Location)]) : new JsonArray();
    }

    /// <summary>The piece of text that would be renamed; null if there is nothing to rename.</summary>
    public JsonNode? Prepare(JsonNode parameters)
    {
        var file = EditorText.File(EditorText.Uri(parameters));
        return workspace.At(file, EditorText.Cursor(parameters)) is { } symbol && CanRename(symbol, file) ? EditorText.Range(symbol.Span) : null;
    }

    /// <summary>The edits that give another name.</summary>
    /// <exception cref="RequestRefusal">Nothing can be renamed there, or not to that name.</exception>
    public JsonNode Rename(JsonNode parameters)
    {
        var file = EditorText.File(EditorText.Uri(parameters));
        var name = EditorText.Text(parameters["newName"]);
        if (workspace.At(file, EditorText.Cursor(parameters)) is not { } symbol || !CanRename(symbol, file))
        {
            throw new RequestRefusal("there is no name here that can be changed: only ids of rules, policies and profiles, parameters and definitions can");
        }

        if (!IsForm(symbol.Kind, name))
        {
            throw new RequestRefusal(symbol.Kind is SymbolKind.Parameter or SymbolKind.Definition
                ? $"`{name}` is no name: lower-case letters, digits and underscores, a letter first"
                : $"`{name}` is no id: lower-case letters and digits, joined by hyphens");
        }

        if (name != symbol.Name && workspace.Same(symbol with { Name = name }, file).Any(other => other.IsDeclaration))
        {
            throw new RequestRefusal($"there already is a `{name}`");
        }

        var changes = new JsonObject();
        foreach (var places in workspace.Same(symbol, file).GroupBy(other => other.Span.File, StringComparer.Ordinal))
        {
            changes[EditorText.UriOf(places.Key)] = new JsonArray([.. places.Select(place => new JsonObject { ["range"] = EditorText.Range(place.Span), ["newText"] = name })]);
        }

        return new JsonObject { ["changes"] = changes };
    }

    private bool CanRename(Symbol symbol, string file) =>
        symbol.Kind is not (SymbolKind.Fact or SymbolKind.Keyword) && workspace.Same(symbol, file).Any(other => other.IsDeclaration);

    private static bool IsForm(SymbolKind kind, string name) => kind is SymbolKind.Parameter or SymbolKind.Definition
        ? FactPath.IsName(name)
        : name.Split('-').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));

    private static JsonObject Location(Symbol symbol) => new() { ["uri"] = EditorText.UriOf(symbol.Span.File), ["range"] = EditorText.Range(symbol.Span) };
}
