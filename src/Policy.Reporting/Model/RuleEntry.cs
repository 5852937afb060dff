using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Reporting.Model;

/// <summary>One rule of one policy of a host, as results hold it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="PolicyIndex">Its place in the host's list.</param>
/// <param name="Rule">The rule.</param>
internal sealed record RuleEntry(JsonElement Policy, int PolicyIndex, JsonElement Rule)
{
    /// <summary>The rule's id.</summary>
    public string Id { get; } = Rule.Text("id");

    /// <summary>The rule's verdict as results name it.</summary>
    public string Verdict { get; } = VerdictWords.Of(Rule.Text("verdict")).Name;

    /// <summary>How much the rule matters.</summary>
    public RuleSeverity Severity { get; } = RuleSeverities.Find(Rule.Text("severity")) ?? RuleSeverity.Info;

    /// <summary>What rules have in common that are one for readers, although they stand in differently tailored copies of a policy.</summary>
    public string Identity => string.Join('\0', Policy.Text("policy"), Id, Verdict, Rule.Member("evidence")?.GetRawText());
}

/// <summary>A rule as readers see it: once, with all its copies that came to the same verdict on the same evidence.</summary>
/// <param name="Copies">The copies, the most severe first; at least one.</param>
/// <param name="Anchor">Its id in the document.</param>
internal sealed record ShownRule(Sequence<RuleEntry> Copies, string Anchor)
{
    /// <summary>The copy that is shown.</summary>
    public RuleEntry First => Copies[0];

    /// <summary>Whether it counts for one of some policies.</summary>
    public bool IsIn(IReadOnlySet<int> policies) => Copies.Any(copy => policies.Contains(copy.PolicyIndex));
}

/// <summary>A rule at its place in a list.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Level">0, or one more than that of the rule that is its root cause.</param>
internal sealed record PlacedRule(ShownRule Rule, int Level);
