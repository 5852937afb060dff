using System.Text.Json;

namespace Policy.Reporting.Model;

/// <summary>What a rule asked, in one sentence: of a long condition only the parts that gave its answer.</summary>
internal static class Question
{
    private const int MostParts = 4;

    /// <summary>The question.</summary>
    /// <param name="explanation">A node of an explanation.</param>
    public static string Of(JsonElement explanation)
    {
        var parts = Parts(explanation);
        var text = explanation.Text("text");
        return explanation.Text("kind") switch
        {
            _ when parts.Count == 0 => text,
            "definition" => Of(parts[0]),
            _ when text.StartsWith("by ", StringComparison.Ordinal) => Of(parts[0]),
            _ when text.StartsWith("when,", StringComparison.Ordinal) => When(explanation),
            _ when text == "all of" || (parts.Count == 1 && text == "any of") => Joined(parts, " and "),
            _ => $"{text} ({Joined(parts, "; ")})",
        };
    }

    /// <summary>The question, and what was seen that answered it.</summary>
    /// <param name="explanation">The explanation of a rule.</param>
    public static string Reason(JsonElement explanation)
    {
        var nodes = Seen(explanation).Where(node => node.Text("state").Length > 0);
        var seen = nodes.Select(Observed.Value).Distinct(StringComparer.Ordinal).Take(MostParts).ToList();
        return seen.Count == 0 ? Of(explanation) : $"{Of(explanation)}; observed {string.Join(", ", seen)}";
    }

    private static string Joined(List<JsonElement> parts, string separator) =>
        string.Join(separator, parts.Take(MostParts).Select(Of)) + (parts.Count > MostParts ? $"{separator}{parts.Count - MostParts} more" : string.Empty);

    private static string When(JsonElement explanation)
    {
        var items = explanation.List("items").ToList();
        return items.Count < 2 ? explanation.Text("text")
            : items.Count > 2 && items[0].Text("truth") == "false" ? $"{Of(items[2])} unless {Of(items[0])}"
            : $"{Of(items[1])} when {Of(items[0])}";
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
