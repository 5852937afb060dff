using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>Compares the rules of a policy with each other.</summary>
/// <param name="policy">The policy.</param>
/// <param name="definitions">Its sound definitions.</param>
internal sealed class RuleComparison(PolicyDocument policy, IReadOnlyDictionary<string, Condition> definitions)
{
    private const int MostRivals = 16;
    private readonly RuleFacts facts = new(policy);
    private readonly Dictionary<string, Rule> byId = policy.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rules that say the same as another one, or less.</summary>
    /// <param name="rules">The rules that are sound by themselves.</param>
    public IEnumerable<Diagnostic> Check(IReadOnlyList<Rule> rules)
    {
        var asked = rules.ToDictionary(rule => rule, rule => facts.Of(rule).Select(fact => fact.Path).ToHashSet(StringComparer.Ordinal), (IEqualityComparer<Rule>)ReferenceEqualityComparer.Instance);
        var byFact = rules.SelectMany(rule => asked[rule].Select(path => (path, rule))).ToLookup(item => item.path, item => item.rule, StringComparer.Ordinal);
        foreach (var rule in rules.Where(rule => asked[rule].Count > 0))
        {
            // A rule that implies this one asks of all its facts; so it is enough to look among those that ask of the rarest.
            var rivals = asked[rule].Select(path => byFact[path]).MinBy(found => found.Count())!;
            var near = rivals.Where(other => !ReferenceEquals(other, rule) && asked[rule].IsSubsetOf(asked[other])).Take(MostRivals);
            if (near.Select(other => Compare(rule, other)).FirstOrDefault(complaint => complaint is not null) is { } complaint)
            {
                yield return complaint;
            }
        }
    }

    private Diagnostic? Compare(Rule rule, Rule other)
    {
        var sketch = new SpaceSketch(new ReasoningScope(definitions, new Dictionary<string, Facts.FactValue>()));
        foreach (var condition in Conditions(rule).Concat(Conditions(other)))
        {
            sketch.Add(condition);
        }

        var space = new FactSpace(sketch);
        var (mine, theirs) = (Sets(rule, space), Sets(other, space));
        if (space.Diagrams.IsExhausted || !space.Diagrams.IsWithin(mine.Asked, theirs.Asked))
        {
            return null;
        }

        var isSame = mine == theirs;
        if (isSame)
        {
            return IsBefore(other, rule) && rule.Recommend is null == other.Recommend is null
                ? new Diagnostic(DiagnosticCodes.SameCondition, rule.About.Span, $"`{rule.Id}` asks the same as `{other.Id}` on line {other.About.Span.Line}", "leave one of them out, or say in what they differ")
                : null;
        }

        return IsRedundant(rule, other) && space.Diagrams.IsWithin(space.Diagrams.And(mine.Asked, theirs.Met), mine.Met) && !space.Diagrams.IsExhausted
            ? new Diagnostic(DiagnosticCodes.ImpliedRule, rule.About.Span, $"a host that passes `{other.Id}` on line {other.About.Span.Line} passes `{rule.Id}` too", "leave it out, ask more, or let the other one need it")
            : null;
    }

    // A rule of lower severity adds nothing; one that the other needs explains why the other fails.
    private bool IsRedundant(Rule rule, Rule other) =>
        rule.Recommend is null && other.About.Severity >= rule.About.Severity && !Needs(other, rule.Id, []) && !Needs(rule, other.Id, []);

    private bool Needs(Rule rule, string id, HashSet<string> seen) =>
        rule.Needs.Any(need => need == id || (seen.Add(need) && byId.TryGetValue(need, out var needed) && Needs(needed, id, seen)));

    private static bool IsBefore(Rule first, Rule second) =>
        (first.About.Span.Line, first.About.Span.Column).CompareTo((second.About.Span.Line, second.About.Span.Column)) < 0;

    private static IEnumerable<Condition> Conditions(Rule rule) => new[] { rule.Applies, rule.Require }.OfType<Condition>();

    private static RuleSets Sets(Rule rule, FactSpace space)
    {
        var truth = new ConditionTruth(space);
        var asked = rule.Applies is null ? Diagrams.Everything : truth.Of(rule.Applies).True;
        var require = truth.Of(rule.Require);
        return new RuleSets(asked, space.Diagrams.And(asked, require.True), space.Diagrams.And(asked, require.False));
    }

    /// <param name="Asked">The hosts that a rule applies to.</param>
    /// <param name="Met">Those of them that meet it.</param>
    /// <param name="Missed">Those of them that do not.</param>
    private sealed record RuleSets(int Asked, int Met, int Missed);
}
