using System.Text.Json.Nodes;
using Policy.Authoring;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Core.Diagnostics;

namespace Policy.Cli.LanguageServer;

/// <summary>Checks open documents, just as <c>policy lint</c> does.</summary>
/// <param name="workspace">The documents.</param>
internal sealed class DocumentCheck(Workspace workspace)
{
    private const int ErrorSeverity = 1;
    private const int WarningSeverity = 2;

    /// <summary>The complaints about a document as the protocol spells them.</summary>
    public JsonArray Publish(string file) => new([.. Report(file).Diagnostics.Where(item => item.Span.File == file).Select(Diagnostic)]);

    /// <summary>The changes that mend what is wrong at a place.</summary>
    public JsonNode Actions(JsonNode parameters)
    {
        var uri = EditorText.Uri(parameters);
        var report = Report(EditorText.File(uri));
        var (first, last) = EditorText.Lines(parameters["range"]);
        var actions = new JsonArray();
        foreach (var diagnostic in report.Diagnostics.Where(item => item.Span.File == EditorText.File(uri) && item.Span.Line >= first && item.Span.Line <= last))
        {
            if (report.Edits(diagnostic) is { Count: > 0 } edits)
            {
                actions.Add((JsonNode)Action(uri, diagnostic, edits));
            }
        }

        return actions;
    }

    private LintReport Report(string file) => LintReport.Of(new PolicyInputs(workspace.Open), [file]);

    private static JsonObject Action(string uri, Diagnostic diagnostic, Sequence<TextEdit> edits) => new()
    {
        ["title"] = diagnostic.Help is { } help ? $"{help[..1].ToUpperInvariant()}{help[1..]}" : "Mend it",
        ["kind"] = "quickfix",
        ["isPreferred"] = true,
        ["diagnostics"] = new JsonArray(Diagnostic(diagnostic)),
        ["edit"] = new JsonObject
        {
            ["changes"] = new JsonObject { [uri] = new JsonArray([.. edits.Select(edit => new JsonObject { ["range"] = EditorText.Range(edit.Span), ["newText"] = edit.Text })]) },
        },
    };

    private static JsonObject Diagnostic(Diagnostic diagnostic) => new()
    {
        ["range"] = EditorText.Range(diagnostic.Span),
        ["severity"] = diagnostic.Code.Severity == DiagnosticSeverity.Error ? ErrorSeverity : WarningSeverity,
        ["code"] = diagnostic.Code.Id,
        ["source"] = "policy",
        ["message"] = diagnostic.Help is null ? diagnostic.Message : $"{diagnostic.Message}\nhelp: {diagnostic.Help}",
    };
}
