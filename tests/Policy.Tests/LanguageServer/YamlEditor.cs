using System.Text.Json.Nodes;

namespace Policy.Tests.LanguageServer;

/// <summary>One <c>yaml-language-server</c>, the program behind YAML in most editors, for all tests of a class.</summary>
public sealed class YamlEditor : IDisposable
{
    private readonly LanguageClient? client;
    private int documents;

    public YamlEditor()
    {
        const string Settings = """{ "yaml": { "schemaStore": { "enable": false }, "completion": true, "hover": true, "validate": true } }""";
        client = NodePackages.Folder is not { } folder ? null : new LanguageClient(
            "node", [Path.Join(folder, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"], JsonNode.Parse(Settings)!.AsObject());
    }

    /// <summary>Whether there is no server, so that a test has to end.</summary>
    public bool IsMissing => client is null;

    /// <summary>The labels that are offered where <c>|</c> stands.</summary>
    public IReadOnlyList<string> Completions(string schema, string text)
    {
        var answer = At("textDocument/completion", schema, text);
        return [.. (answer as JsonArray ?? answer!["items"]!.AsArray()).Select(item => item!["label"]!.GetValue<string>())];
    }

    /// <summary>What is shown where <c>|</c> stands, in Markdown.</summary>
    public string Hover(string schema, string text) => At("textDocument/hover", schema, text)?["contents"]?["value"]?.GetValue<string>() ?? "";

    /// <summary>What the document is blamed for: each with its line in the document, from 1.</summary>
    public IReadOnlyList<string> Complaints(string schema, string text) =>
        [.. client!.Complaints(Open(schema, text)).Select(item => $"{item!["range"]!["start"]!["line"]}: {item["message"]}")];

    /// <inheritdoc/>
    public void Dispose() => client?.Dispose();

    private JsonNode? At(string method, string schema, string text)
    {
        var place = text.IndexOf('|', StringComparison.Ordinal);
        var line = text[..place].Count(letter => letter == '\n') + 1;
        return client!.At(method, Open(schema, text.Remove(place, 1)), line, place - text[..place].LastIndexOf('\n') - 1);
    }

    // The first line names the schema, as authors do it.
    private string Open(string schema, string text)
    {
        var uri = $"file:///{++documents}.yaml";
        client!.Open(uri, $"# yaml-language-server: $schema=file://{Path.Join(Captures.RepositoryRoot, $"schema/{schema}.schema.json")}\n{text}");
        return uri;
    }
}
