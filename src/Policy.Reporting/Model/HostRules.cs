using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;

namespace Policy.Reporting.Model;

/// <summary>All rules of a host, each once, and what causes what.</summary>
internal sealed class HostRules
{
    private readonly Dictionary<(int Policy, string Rule), ShownRule> places = [];

    private HostRules(IReadOnlyList<ShownRule> shown)
    {
        Shown = shown;
        foreach (var rule in shown)
        {
            foreach (var copy in rule.Copies)
            {
                places.TryAdd((copy.PolicyIndex, copy.Id), rule);
            }
        }
    }

    /// <summary>The rules in the order of the policies.</summary>
    public IReadOnlyList<ShownRule> Shown { get; }

    /// <summary>Reads the rules of a host.</summary>
    /// <param name="host">The host as results hold it.</param>
    /// <param name="prefix">What the ids in the document begin with, so that no two hosts share one.</param>
    public static HostRules Of(JsonElement host, string prefix)
    {
        var entries = host.List("policies").SelectMany((policy, index) => policy.List("rules").Select(rule => new RuleEntry(policy, index, rule)));
        var anchors = new Anchors(prefix);
        return new HostRules([.. entries
            .GroupBy(entry => entry.Identity, StringComparer.Ordinal)
            .Select(copies => copies.OrderByDescending(copy => copy.Severity).ToSequence())
            .Select(copies => new ShownRule(copies, anchors.Of($"{copies[0].Policy.Text("policy")}-{copies[0].Id}")))]);
    }

    /// <summary>The id in the document of a rule by its name: policy, slash, rule; of several the first that did not pass. Empty if it is not there.</summary>
    public string AnchorOf(string name) =>
        Shown.Where(rule => $"{rule.First.Policy.Text("policy")}/{rule.First.Id}" == name).OrderBy(rule => rule.First.Verdict == Verdict.Pass.Name()).FirstOrDefault()?.Anchor ?? string.Empty;

    /// <summary>The rules that this one did not pass because of.</summary>
    public IEnumerable<ShownRule> CausesOf(ShownRule rule) => rule.First.Rule.Texts("because_of")
        .Select(id => places.GetValueOrDefault((rule.First.PolicyIndex, id)))
        .OfType<ShownRule>()
        .Where(cause => cause != rule)
        .Distinct();

    /// <summary>The rules of a verdict that are not caused by another rule of the same verdict, the most severe first.</summary>
    public IEnumerable<ShownRule> Roots(string verdict) => MostSevere(Shown.Where(rule => rule.First.Verdict == verdict && ParentOf(rule) is null));

    /// <summary>
    /// The rules of a verdict, the most severe first, each after the rule that is its root cause; those that pass or do not apply in the order of the policies.
    /// </summary>
    public IEnumerable<PlacedRule> OfVerdict(string verdict)
    {
        var rules = Shown.Where(rule => rule.First.Verdict == verdict).ToList();
        if (verdict == Verdict.Pass.Name() || verdict == Verdict.NotApplicable.Name())
        {
            return rules.Select(rule => new PlacedRule(rule, 0));
        }

        var caused = rules.ToLookup(ParentOf);
        var placed = new List<PlacedRule>();
        Place(caused[null], caused, 0, placed);
        // What waits for a cause that waits for it in turn is nowhere yet.
        Place(rules.Except(placed.Select(item => item.Rule)), caused, 0, placed);
        return placed;
    }

    private static void Place(IEnumerable<ShownRule> rules, ILookup<ShownRule?, ShownRule> caused, int level, List<PlacedRule> placed)
    {
        foreach (var rule in MostSevere(rules).Where(rule => placed.TrueForAll(item => item.Rule != rule)))
        {
            placed.Add(new PlacedRule(rule, level));
            Place(caused[rule], caused, level + 1, placed);
        }
    }

    private static List<ShownRule> MostSevere(IEnumerable<ShownRule> rules) => [.. rules.OrderByDescending(rule => rule.First.Severity)];

    private ShownRule? ParentOf(ShownRule rule) => CausesOf(rule).FirstOrDefault(cause => cause.First.Verdict == rule.First.Verdict);
}
