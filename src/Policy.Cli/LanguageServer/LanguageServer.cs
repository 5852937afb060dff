using System.Text.Json.Nodes;
using Policy.Authoring.Editing;
using Policy.Collection;

namespace Policy.Cli.LanguageServer;

/// <summary>Answers an editor: LSP 3.17 over two streams.</summary>
internal sealed class LanguageServer
{
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;
    private const int InternalError = -32603;
    private const int RequestFailed = -32803;
    private const int ErrorMessage = 1;
    private readonly MessageStream messages;
    private readonly Workspace workspace = new();
    private readonly Dictionary<string, Func<JsonNode, JsonNode?>> requests;
    private readonly Dictionary<string, Action<JsonNode>> notifications;
    private readonly DocumentCheck check;
    private bool isShutDown;

    /// <summary>Takes the streams and what can be told of a host.</summary>
    public LanguageServer(MessageStream messages, HostValues host)
    {
        this.messages = messages;
        check = new DocumentCheck(workspace);
        var renaming = new Renaming(workspace);
        var guide = new EditorGuide(FactSources.Catalogue);
        var completion = new Completion(workspace, guide, host);
        var hover = new Hover(workspace, guide, host);
        requests = new(StringComparer.Ordinal)
        {
            ["initialize"] = Initialize,
            ["shutdown"] = _ => ShutDown(),
            ["textDocument/completion"] = completion.Answer,
            ["textDocument/hover"] = hover.Answer,
            ["textDocument/definition"] = renaming.Definition,
            ["textDocument/references"] = renaming.References,
            ["textDocument/prepareRename"] = renaming.Prepare,
            ["textDocument/rename"] = renaming.Rename,
            ["textDocument/codeAction"] = check.Actions,
        };
        notifications = new(StringComparer.Ordinal)
        {
            ["textDocument/didOpen"] = parameters => Change(parameters, parameters["textDocument"]?["text"]),
            ["textDocument/didChange"] = parameters => Change(parameters, (parameters["contentChanges"] as JsonArray)?.LastOrDefault()?["text"]),
            ["textDocument/didClose"] = Close,
        };
    }

    /// <summary>Answers until the editor says so, or its stream ends.</summary>
    /// <returns>Whether the editor ended in good order.</returns>
    public bool Run()
    {
        while (messages.Read() is { } message)
        {
            var method = EditorText.Text(message["method"]);
            if (method == "exit")
            {
                break;
            }

            if (message.ContainsKey("id"))
            {
                Respond(message, method);
            }
            else if (notifications.TryGetValue(method, out var notify))
            {
                notify(message["params"] ?? new JsonObject());
            }
        }

        return isShutDown;
    }

    private void Respond(JsonObject request, string method)
    {
        var response = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]?.DeepClone() };
        if (isShutDown)
        {
            response["error"] = Error(InvalidRequest, "the server is shut down");
        }
        else if (!requests.TryGetValue(method, out var answer))
        {
            response["error"] = Error(MethodNotFound, $"no method {method}");
        }
        else
        {
            Answer(response, answer, request["params"] ?? new JsonObject());
        }

        messages.Write(response);
    }

    private static void Answer(JsonObject response, Func<JsonNode, JsonNode?> answer, JsonNode parameters)
    {
        try
        {
            response["result"] = answer(parameters);
        }
        catch (RequestRefusal refusal)
        {
            response["error"] = Error(RequestFailed, refusal.Message);
        }
        catch (Exception error) when (error is CommandFailure or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            // An editor sends what it likes; one answer fails, and the author keeps the others.
            response["error"] = Error(InternalError, error.Message);
        }
    }

    private JsonObject Initialize(JsonNode parameters)
    {
        foreach (var folder in (parameters["workspaceFolders"] as JsonArray)?.Select(item => EditorText.Text(item?["uri"])) ?? [EditorText.Text(parameters["rootUri"])])
        {
            workspace.Folders.AddRange(folder.Length > 0 ? [EditorText.File(folder)] : []);
        }

        return new JsonObject
        {
            ["serverInfo"] = new JsonObject { ["name"] = "policy", ["version"] = Engine.Name },
            ["capabilities"] = new JsonObject
            {
                ["positionEncoding"] = "utf-16",
                ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = 1 },
                ["completionProvider"] = new JsonObject { ["triggerCharacters"] = new JsonArray(".", "(", " ", "{", "[") },
                ["hoverProvider"] = true,
                ["definitionProvider"] = true,
                ["referencesProvider"] = true,
                ["renameProvider"] = new JsonObject { ["prepareProvider"] = true },
                ["codeActionProvider"] = new JsonObject { ["codeActionKinds"] = new JsonArray("quickfix") },
            },
        };
    }

    private JsonNode? ShutDown()
    {
        isShutDown = true;
        return null;
    }

    private void Change(JsonNode parameters, JsonNode? text)
    {
        var uri = EditorText.Uri(parameters);
        workspace.Change(EditorText.File(uri), EditorText.Text(text));
        try
        {
            Publish(uri, check.Publish(EditorText.File(uri)));
        }
        catch (CommandFailure failure)
        {
            // A neighbour that cannot be read is shown to the author; the server goes on.
            messages.Write(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "window/showMessage", ["params"] = new JsonObject { ["type"] = ErrorMessage, ["message"] = failure.Message } });
        }
    }

    private void Close(JsonNode parameters)
    {
        var uri = EditorText.Uri(parameters);
        workspace.Close(EditorText.File(uri));
        Publish(uri, []);
    }

    private void Publish(string uri, JsonArray diagnostics) => messages.Write(new JsonObject
    {
        ["jsonrpc"] = "2.0",
        ["method"] = "textDocument/publishDiagnostics",
        ["params"] = new JsonObject { ["uri"] = uri, ["diagnostics"] = diagnostics },
    });

    private static JsonObject Error(int code, string message) => new() { ["code"] = code, ["message"] = message };
}
