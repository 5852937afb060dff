using System.Text.Json.Nodes;
using Policy.Tests.Cli;

namespace Policy.Tests.LanguageServer;

/// <summary>An editor with one folder open that talks to <c>policy lsp</c>, for all tests of a class.</summary>
public sealed class PolicyEditor : IDisposable
{
    /// <summary>A policy with a parameter, a definition and two rules.</summary>
    public const string Policy = """
        policy: web
        version: 1.0.0
        title: A web server
        parameters:
          min_memory: { type: size, default: 1 GiB, describe: Memory }
        define:
          fast: { cpu.flags: { contains: avx } }
        rules:
          - id: memory
            title: Memory is enough
            severity: high
            require: { memory.total: { at_least: { parameter: min_memory } } }
          - id: speed
            title: It is fast
            severity: low
            needs: [memory]
            require: { use: fast, os.family: linux }

        """;

    /// <summary>A profile that names the policy and its rules.</summary>
    public const string Profile = "profile: site\nversion: 1.0.0\ntitle: Site\ninclude:\n  - policy: web\n    severity: { speed: info }\n    without: [memory]\n";

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder host = new();
    private readonly LanguageClient client;
    private int documents;

    public PolicyEditor()
    {
        folder.Write("web.yaml", Policy);
        folder.Write("site.yaml", Profile);
        host.Write("sys/devices/system/cpu/present", "0-7\n");
        host.Write("proc/modules", "kvm_intel 1 0 - Live 0x0\nkvm 1 1 kvm_intel, Live 0x0\n");
        client = new LanguageClient(ToolRun.Tool, ["lsp", "--root", host.Path], [], folder.Path);
    }

    /// <summary>A file of the folder, as a URI.</summary>
    public string Place(string name) => new Uri(Path.Join(folder.Path, name)).AbsoluteUri;

    /// <summary>The labels that are offered where <c>|</c> stands.</summary>
    public IReadOnlyList<string> Completions(string text) =>
        [.. Ask("textDocument/completion", text)!.AsArray().Select(item => item!["label"]!.GetValue<string>())];

    /// <summary>What is shown where <c>|</c> stands, in Markdown.</summary>
    public string Hover(string text) => Ask("textDocument/hover", text)?["contents"]?["value"]?.GetValue<string>() ?? string.Empty;

    /// <summary>The answer of a method about the place where <c>|</c> stands, in a document of its own.</summary>
    public JsonNode? Ask(string method, string text) => At(method, Place($"d{documents++}.yaml"), text, []);

    /// <summary>The answer of a method about the place where <c>|</c> stands, in a file of the folder.</summary>
    public JsonNode? At(string method, string uri, string text, JsonObject more)
    {
        var place = text.IndexOf('|', StringComparison.Ordinal);
        client.Open(uri, text.Remove(place, 1));
        var before = text[..place];
        more["textDocument"] = new JsonObject { ["uri"] = uri };
        more["position"] = new JsonObject { ["line"] = before.Count(letter => letter == '\n'), ["character"] = place - before.LastIndexOf('\n') - 1 };
        return client.Ask(method, more);
    }

    /// <summary>The complaints about a document: line from 1, code and severity.</summary>
    public IReadOnlyList<string> Complaints(string text, string? changed = null)
    {
        var uri = Place($"d{documents++}.yaml");
        client.Open(uri, text);
        var complaints = client.Complaints(uri);
        if (changed is not null)
        {
            client.Change(uri, changed);
            complaints = client.Complaints(uri);
        }

        return [.. complaints.Select(item => $"{item!["range"]!["start"]!["line"]!.GetValue<int>() + 1}: {item["code"]} {item["severity"]}")];
    }

    /// <summary>The new texts of the quick fixes for a document.</summary>
    public IReadOnlyList<string> Fixes(string text)
    {
        var uri = Place($"d{documents++}.yaml");
        client.Open(uri, text);
        var range = JsonNode.Parse("""{ "start": { "line": 0, "character": 0 }, "end": { "line": 999, "character": 0 } }""");
        var actions = client.Ask("textDocument/codeAction", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["range"] = range })!.AsArray();
        return [.. actions.SelectMany(action => action!["edit"]!["changes"]![uri]!.AsArray()).Select(edit => edit!["newText"]!.GetValue<string>())];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
        host.Dispose();
    }
}
