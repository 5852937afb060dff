using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Policy.Tests.LanguageServer;

/// <summary>An editor that talks to a language server over its standard streams.</summary>
internal sealed class LanguageClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> answers = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> complaints = new();
    private readonly Process process;
    private readonly LanguageMessages messages;
    private int last;

    /// <summary>Starts a server and shakes hands.</summary>
    /// <param name="program">The program.</param>
    /// <param name="words">Its arguments.</param>
    /// <param name="settings">What the editor's user has set.</param>
    /// <param name="folder">The folder that the editor has open; null for none.</param>
    public LanguageClient(string program, string[] words, JsonObject settings, string? folder = null)
    {
        process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        messages = new LanguageMessages(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        new Thread(Listen) { IsBackground = true }.Start();
        var abilities = """
            { "textDocument": { "completion": { "completionItem": { "snippetSupport": true, "documentationFormat": ["markdown"] } }, "hover": { "contentFormat": ["markdown"] } }, "workspace": {} }
            """;
        Ask("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = folder is null ? null : new Uri(folder).AbsoluteUri, ["capabilities"] = JsonNode.Parse(abilities) });
        Tell("initialized", []);
        Tell("workspace/didChangeConfiguration", new JsonObject { ["settings"] = settings });
    }

    /// <summary>Opens a document.</summary>
    public void Open(string uri, string text)
    {
        complaints[uri] = new TaskCompletionSource<JsonArray>();
        Tell("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = text },
        });
    }

    /// <summary>Changes an open document as a whole.</summary>
    public void Change(string uri, string text)
    {
        complaints[uri] = new TaskCompletionSource<JsonArray>();
        Tell("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
        });
    }

    /// <summary>What the server first complains about an open document.</summary>
    public JsonArray Complaints(string uri) => Wait(complaints[uri].Task, uri);

    /// <summary>Asks about a place in an open document, such as <c>textDocument/hover</c>.</summary>
    /// <param name="method">The question.</param>
    /// <param name="uri">The document.</param>
    /// <param name="line">The line, from 0.</param>
    /// <param name="character">The column, from 0.</param>
    public JsonNode? At(string method, string uri, int line, int character) => Ask(method, new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
    });

    /// <summary>Asks the server and waits for the answer.</summary>
    public JsonNode? Ask(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref last);
        var answer = answers[id] = new TaskCompletionSource<JsonNode?>();
        messages.Write(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        return Wait(answer.Task, method);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static T Wait<T>(Task<T> task, string what) => task.Wait(Patience) ? task.Result : throw new TimeoutException(what);

    private void Tell(string method, JsonObject parameters) => messages.Write(new JsonObject { ["method"] = method, ["params"] = parameters });

    private void Listen()
    {
        while (messages.Read() is { } message)
        {
            if (message["method"]?.GetValue<string>() is { } method)
            {
                Hear(method, message);
            }
            else if (answers.TryRemove(message["id"]!.GetValue<int>(), out var answer))
            {
                answer.SetResult(message["result"]?.DeepClone());
            }
        }
    }

    private void Hear(string method, JsonObject message)
    {
        if (message["id"] is { } id)
        {
            JsonNode? nothing = method == "workspace/configuration" ? new JsonArray([.. message["params"]!["items"]!.AsArray().Select(_ => (JsonNode?)null)]) : null;
            messages.Write(new JsonObject { ["id"] = id.DeepClone(), ["result"] = nothing });
        }
        else if (method == "textDocument/publishDiagnostics" && complaints.TryGetValue(message["params"]!["uri"]!.GetValue<string>(), out var waiting))
        {
            waiting.TrySetResult(message["params"]!["diagnostics"]!.DeepClone().AsArray());
        }
    }
}
