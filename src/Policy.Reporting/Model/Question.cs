using System.Text.Json;
using Policy.Reporting.Words;

namespace Policy.Reporting.Model;

/// <summary>What a rule asked, in one sentence: of a long condition only the parts that gave its answer.</summary>
/// <param name="words">The language.</param>
internal sealed class Question(ReportWords words)
{
    private const int MostParts = 4;

    /// <summary>The question.</summary>
    /// <param name="explanation">A node of an explanation.</param>
    public string Of(JsonElement explanation)
    {
        var parts = Parts(explanation);
        var text = explanation.Text("text");
        return explanation.Text("kind") switch
        {
            _ when parts.Count == 0 => text,
            "definition" => Of(parts[0]),
            _ => explanation.Text("combines") switch
            {
                "switch" => Of(parts[0]),
                "when" => When(explanation),
                "all" => Joined(parts, "question.and"),
                "any" when parts.Count == 1 => Of(parts[0]),
                _ => words.Say("question.group", text.TrimEnd('：'), Joined(parts, "question.list")),
            },
        };
    }

    /// <summary>The question, and what was seen that answered it.</summary>
    /// <param name="explanation">The explanation of a rule.</param>
    public string Reason(JsonElement explanation)
    {
        var nodes = Seen(explanation).Where(node => node.Text("state").Length > 0);
        var seen = nodes.Select(node => Observed.Value(node, words)).Distinct(StringComparer.Ordinal).Take(MostParts).ToList();
        return seen.Count == 0 ? Of(explanation) : words.Say("question.observed", Of(explanation), string.Join(words.Say("comma_between"), seen));
    }

    private string Joined(List<JsonElement> parts, string key)
    {
        var texts = parts.Take(MostParts).Select(Of);
        texts = parts.Count > MostParts ? texts.Append(words.Say("question.more", $"{parts.Count - MostParts}")) : texts;
        return texts.Aggregate((left, right) => words.Say(key, left, right));
    }

    private string When(JsonElement explanation)
    {
        var items = explanation.List("items").ToList();
        return items.Count < 2 ? explanation.Text("text")
            : items.Count > 2 && items[0].Text("truth") == "false" ? words.Say("question.unless", Of(items[2]), Of(items[0]))
            : words.Say("question.when", Of(items[1]), Of(items[0]));
    }

    // The parts of a combination, without the elements and operands of a test; where some gave the answer, only those.
    private static List<JsonElement> Parts(JsonElement node)
    {
        var parts = node.Text("kind") == "test" ? [] : node.List("items").ToList();
        var deciding = parts.Where(part => part.Text("truth") == node.Text("truth")).ToList();
        return deciding.Count > 0 ? deciding : parts;
    }

    private static IEnumerable<JsonElement> Seen(JsonElement node)
    {
        var parts = Parts(node);
        return parts.Count == 0 ? [node] : parts.SelectMany(Seen);
    }
}
