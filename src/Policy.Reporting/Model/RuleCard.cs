using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;
using Policy.Reporting.Templates;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>Rules as templates see them: the members of the results, and what readers need beside them.</summary>
/// <param name="rules">The rules of the host.</param>
/// <param name="shapes">What the host is judged for.</param>
/// <param name="words">The language.</param>
internal sealed class RuleCard(HostRules rules, Sequence<Shape> shapes, ReportWords words)
{
    private readonly Question question = new(words);

    /// <summary>A rule in a list of others.</summary>
    public static ScriptObject Link(ShownRule rule, ReportWords words)
    {
        var link = new ScriptObject(StringComparer.Ordinal)
        {
            ["id"] = rule.First.Id,
            ["title"] = TitleOf(rule),
            ["severity"] = rule.First.Severity.Name(),
            ["anchor"] = rule.Anchor,
        };
        VerdictWords.AddOfRule(link, rule.First.Verdict, words);
        return link;
    }

    /// <summary>Its title; the id where it has none.</summary>
    public static string TitleOf(ShownRule rule) => rule.First.Rule.Text("title") is { Length: > 0 } title ? title : rule.First.Id;

    /// <summary>The whole rule.</summary>
    public ScriptObject Of(PlacedRule placed)
    {
        var (shown, json) = (placed.Rule, placed.Rule.First.Rule);
        var explanation = json.Member("explanation") ?? default;
        var card = ScriptValues.Object(json);
        VerdictWords.AddOfRule(card, shown.First.Verdict, words);
        card["id"] = shown.First.Id;
        card["title"] = TitleOf(shown);
        card["severity"] = shown.First.Severity.Name();
        card["policy"] = shown.First.Policy.Text("policy");
        card["policy_title"] = shown.First.Policy.Text("title");
        card["anchor"] = shown.Anchor;
        card["level"] = placed.Level;
        card["why"] = json.Text("why");
        card["facts"] = ScriptValues.List(json.List("evidence").Select(evidence => Observed.Of(evidence, words)));
        card["lines"] = ExplanationLines.Of(explanation, words);
        card["reason"] = question.Reason(explanation);
        card["undecided"] = ScriptValues.List(Unknowns(json, explanation).Select(evidence => Observed.Of(evidence, words)));
        card["links"] = ScriptValues.List(json.Texts("references").Select(Reference));
        card["causes"] = ScriptValues.List(rules.CausesOf(shown).Select(cause => Link(cause, words)));
        card["asked"] = Asked(shown);
        card["needed_for"] = ScriptValues.List(TitlesOf(shown.IsIn));
        card["fix"] = json.Member("fix") is { } fix ? Remedy(fix, words) : null;
        return card;
    }

    private static IEnumerable<JsonElement> Unknowns(JsonElement rule, JsonElement explanation) => rule.List("evidence")
        .Where(evidence => evidence.Text("state") == "unknown")
        .Concat(ExplanationLines.Unknowns(explanation))
        .DistinctBy(evidence => (evidence.Text("path"), evidence.Text("cause"), evidence.Text("detail")));

    private static ScriptObject Reference(string text) =>
        new(StringComparer.Ordinal) { ["text"] = text, ["address"] = HtmlText.IsAddress(text) ? text : null };

    private static ScriptObject Remedy(JsonElement fix, ReportWords words)
    {
        var run = fix.Texts("run").ToList();
        return new ScriptObject(StringComparer.Ordinal)
        {
            ["effort"] = words.Find($"effort.{fix.Text("effort")}") ?? fix.Text("effort"),
            ["text"] = fix.Text("text"),
            ["run"] = ScriptValues.List(run),
            ["commands"] = string.Join('\n', run),
        };
    }

    // Copies can ask for different things on the same evidence, such as two amounts of memory.
    private ScriptArray Asked(ShownRule shown) => ScriptValues.List(shown.Copies
        .GroupBy(copy => question.Of(copy.Rule.Member("explanation") ?? default), StringComparer.Ordinal)
        .Select(asked => new ScriptObject(StringComparer.Ordinal)
        {
            ["text"] = asked.Key,
            ["needed_for"] = ScriptValues.List(TitlesOf(policies => asked.Any(copy => policies.Contains(copy.PolicyIndex)))),
        }));

    private IEnumerable<string> TitlesOf(Func<IReadOnlySet<int>, bool> isIn) => shapes.Where(shape => isIn(shape.Policies)).Select(shape => shape.Title);
}
