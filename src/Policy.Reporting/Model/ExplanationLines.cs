using System.Text.Json;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>Explanations line by line, so that templates need no recursion.</summary>
internal static class ExplanationLines
{
    /// <summary>The tree from the top; a line says whether a list opens below it, and how many lists end after it.</summary>
    public static ScriptArray Of(JsonElement explanation, ReportWords words)
    {
        var lines = new ScriptArray();
        if (explanation.ValueKind == JsonValueKind.Object)
        {
            Add(explanation, 0, lines, words);
        }

        return lines;
    }

    /// <summary>Every fact in the tree that was not known, each once.</summary>
    public static IEnumerable<JsonElement> Unknowns(JsonElement explanation) => Nodes(explanation)
        .Where(node => node.Text("state") == "unknown")
        .DistinctBy(node => (node.Text("path"), node.Text("cause"), node.Text("detail")));

    private static IEnumerable<JsonElement> Nodes(JsonElement node) => node.List("items").SelectMany(Nodes).Prepend(node);

    private static void Add(JsonElement node, int level, ScriptArray lines, ReportWords words)
    {
        var line = new ScriptObject(StringComparer.Ordinal)
        {
            ["level"] = level,
            ["kind"] = node.Text("kind"),
            ["truth"] = node.Text("truth"),
            ["answer"] = words.Find($"truth.{node.Text("truth")}") ?? string.Empty,
            ["glyph"] = Glyph(node.Text("truth")),
            ["text"] = node.Text("text"),
            ["observed"] = Observed.Value(node, words),
        };
        lines.Add(line);
        foreach (var item in node.List("items"))
        {
            Add(item, level + 1, lines, words);
        }

        line["opens"] = !ReferenceEquals(lines[^1], line);
        line["closes"] = new ScriptArray();
        if (line["opens"] is true && lines[^1] is ScriptObject last && last["closes"] is ScriptArray ends)
        {
            ends.Add(level);
        }
    }

    private static string Glyph(string truth) => truth switch
    {
        "true" => "✓",
        "false" => "✗",
        _ => "?",
    };
}
