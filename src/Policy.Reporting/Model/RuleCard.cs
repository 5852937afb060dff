using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Reporting.Templates;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>Rules as templates see them: the members of the results, and what readers need beside them.</summary>
/// <param name="rules">The rules of the host.</param>
/// <param name="shapes">What the host is judged for.</param>
internal sealed class RuleCard(HostRules rules, Sequence<Shape> shapes)
{
    /// <summary>A rule in a list of others.</summary>
    public static ScriptObject Link(ShownRule rule)
    {
        var link = new ScriptObject(StringComparer.Ordinal)
        {
            ["id"] = rule.First.Id,
            ["title"] = rule.First.Rule.Text("title"),
            ["severity"] = rule.First.Rule.Text("severity"),
            ["anchor"] = rule.Anchor,
        };
        VerdictWords.Add(link, rule.First.Verdict, isRule: true);
        return link;
    }

    /// <summary>The whole rule.</summary>
    public ScriptObject Of(PlacedRule placed)
    {
        var (shown, json) = (placed.Rule, placed.Rule.First.Rule);
        var explanation = json.Member("explanation") ?? default;
        var card = ScriptValues.Object(json);
        VerdictWords.Add(card, shown.First.Verdict, isRule: true);
        card["policy"] = shown.First.Policy.Text("policy");
        card["policy_title"] = shown.First.Policy.Text("title");
        card["anchor"] = shown.Anchor;
        card["level"] = placed.Level;
        card["why"] = json.Text("why");
        card["facts"] = ScriptValues.List(json.List("evidence").Select(Observed.Of));
        card["lines"] = ExplanationLines.Of(explanation);
        card["reason"] = Question.Reason(explanation);
        card["undecided"] = ScriptValues.List(Unknowns(json, explanation).Select(Observed.Of));
        card["links"] = ScriptValues.List(json.Texts("references").Select(Reference));
        card["causes"] = ScriptValues.List(rules.CausesOf(shown).Select(Link));
        card["asked"] = Asked(shown);
        card["needed_for"] = ScriptValues.List(TitlesOf(shown.IsIn));
        card["fix"] = json.Member("fix") is { } fix ? Remedy(fix) : null;
        return card;
    }

    private static IEnumerable<JsonElement> Unknowns(JsonElement rule, JsonElement explanation) => rule.List("evidence")
        .Where(evidence => evidence.Text("state") == "unknown")
        .Concat(ExplanationLines.Unknowns(explanation))
        .DistinctBy(evidence => (evidence.Text("path"), evidence.Text("cause"), evidence.Text("detail")));

    private static ScriptObject Reference(string text) =>
        new(StringComparer.Ordinal) { ["text"] = text, ["address"] = HtmlText.IsAddress(text) ? text : null };

    private static ScriptObject Remedy(JsonElement fix)
    {
        var run = fix.Texts("run").ToList();
        return new ScriptObject(StringComparer.Ordinal)
        {
            ["effort"] = fix.Text("effort"),
            ["text"] = fix.Text("text"),
            ["run"] = ScriptValues.List(run),
            ["commands"] = string.Join('\n', run),
        };
    }

    // Copies can ask for different things on the same evidence, such as two amounts of memory.
    private ScriptArray Asked(ShownRule shown) => ScriptValues.List(shown.Copies
        .GroupBy(copy => Question.Of(copy.Rule.Member("explanation") ?? default), StringComparer.Ordinal)
        .Select(question => new ScriptObject(StringComparer.Ordinal)
        {
            ["text"] = question.Key,
            ["needed_for"] = ScriptValues.List(TitlesOf(policies => question.Any(copy => policies.Contains(copy.PolicyIndex)))),
        }));

    private IEnumerable<string> TitlesOf(Func<IReadOnlySet<int>, bool> isIn) => shapes.Where(shape => isIn(shape.Policies)).Select(shape => shape.Title);
}
