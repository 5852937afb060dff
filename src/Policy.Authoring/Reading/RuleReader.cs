using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads rules with their remedies.</summary>
internal static class RuleReader
{
    /// <summary>The rules that are sound; complains about two of one id, and about needs that lead nowhere or in a circle.</summary>
    public static Sequence<Rule> Read(YamlMapping policy, ConditionScope scope)
    {
        var nodes = policy.Items("rules").OfType<YamlMapping>().ToList();
        CheckNames(nodes, scope.Complaints);
        return nodes.Select(node => ReadRule(node, scope)).OfType<Rule>().ToSequence();
    }

    private static Rule? ReadRule(YamlMapping node, ConditionScope scope)
    {
        var require = Condition(node, "require", scope);
        var applies = Condition(node, "applies", scope);
        var recommend = Condition(node, "recommend", scope);
        var remedies = Remedies(node, scope);
        var id = node.Scalar("id");
        if (require is null || id is null || RuleSeverities.Find(node.Text("severity")) is not { } severity)
        {
            return null;
        }

        var references = node.Scalars("references").Select(item => item.Text).ToSequence();
        var about = new RuleAbout(id.Text, node.ReaderText("title"), severity, node.ReaderText("why"), references, id.Span);
        return new Rule(about, applies, require, recommend, node.Scalars("needs").Select(item => item.Text).ToSequence(), remedies);
    }

    private static Condition? Condition(YamlMapping node, string key, ConditionScope scope) => node.Find(key) is { } condition ? ConditionReader.Read(condition, scope) : null;

    private static Sequence<Remedy> Remedies(YamlMapping node, ConditionScope scope) => node.Find("fix") switch
    {
        YamlMapping single => [Remedy(single, scope)],
        YamlSequence list => list.Items.OfType<YamlMapping>().Select(item => Remedy(item, scope)).ToSequence(),
        _ => [],
    };

    private static Remedy Remedy(YamlMapping node, ConditionScope scope) => new(
        Condition(node, "when", scope),
        RemedyEfforts.Find(node.Text("effort")),
        node.ReaderText("text"),
        node.Scalars("run").Select(item => item.Text).ToSequence());

    private static void CheckNames(List<YamlMapping> rules, Complaints complaints)
    {
        var needs = new Dictionary<string, IReadOnlyList<YamlScalar>>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (rule.Scalar("id") is { } id && !needs.TryAdd(id.Text, rule.Scalars("needs")))
            {
                complaints.Add(DiagnosticCodes.DuplicateName, id.Span, $"there are two rules `{id.Text}`", "an id stands once in a policy");
            }
        }

        foreach (var need in needs.Values.SelectMany(names => names).Where(need => !needs.ContainsKey(need.Text)))
        {
            complaints.Add(DiagnosticCodes.UnknownRule, need.Span, $"this policy has no rule `{need.Text}`", complaints.Nearest(need, needs.Keys));
        }

        Cycles.Check(needs, complaints);
    }
}
