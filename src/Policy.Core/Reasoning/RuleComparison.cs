using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>Compares the rules of a policy with each other.</summary>
/// <param name="policy">The policy.</param>
/// <param name="definitions">Its sound definitions.</param>
internal sealed class RuleComparison(PolicyDocument policy, IReadOnlyDictionary<string, Condition> definitions)
{
    private const int MostRivals = 8;
    private const int MostLooked = 256;
    private static readonly Dictionary<string, FactValue> NoValues = [];
    private readonly Dictionary<string, Rule> byId = policy.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rules that say the same as another one, or less.</summary>
    /// <param name="rules">The rules that are sound by themselves.</param>
    public IEnumerable<Diagnostic> Check(IReadOnlyList<Rule> rules)
    {
        var asked = rules.ToDictionary(rule => rule, rule => Sketch([rule]).Axes.Keys.ToHashSet(StringComparer.Ordinal), (IEqualityComparer<Rule>)ReferenceEqualityComparer.Instance);
        var bySubject = rules.SelectMany(rule => asked[rule].Select(subject => (subject, rule))).ToLookup(item => item.subject, item => item.rule, StringComparer.Ordinal);
        foreach (var rule in rules.Where(rule => asked[rule].Count > 0))
        {
            // A rule that implies this one asks of all its subjects; so it is enough to look among those that ask of the rarest.
            var rarest = asked[rule].Select(subject => bySubject[subject]).MinBy(found => found.Count())!;
            var rivals = rarest.Take(MostLooked).Where(other => !ReferenceEquals(other, rule) && asked[rule].IsSubsetOf(asked[other])).Take(MostRivals).ToList();
            if (rivals.Count > 0 && Compare(rule, rivals) is { } complaint)
            {
                yield return complaint;
            }
        }
    }

    private Diagnostic? Compare(Rule rule, List<Rule> rivals)
    {
        var space = new FactSpace(Sketch([rule, .. rivals]));
        var mine = Sets(rule, space);
        foreach (var other in rivals)
        {
            var complaint = Compare((rule, mine), (other, Sets(other, space)), space.Diagrams);
            if (complaint is not null && !space.Diagrams.IsExhausted)
            {
                return complaint;
            }
        }

        return null;
    }

    private Diagnostic? Compare((Rule Rule, RuleSets Sets) mine, (Rule Rule, RuleSets Sets) other, Diagrams diagrams)
    {
        var (id, place) = (other.Rule.Id, other.Rule.About.Span);
        if (mine.Sets == other.Sets)
        {
            return IsBefore(other.Rule, mine.Rule) && mine.Rule.Recommend is null == other.Rule.Recommend is null
                ? new Diagnostic(DiagnosticCodes.SameCondition, mine.Rule.About.Span, $"`{mine.Rule.Id}` asks the same as `{id}` on line {place.Line}", "leave one of them out, or say in what they differ")
                : null;
        }

        return IsRedundant(mine.Rule, other.Rule) && diagrams.IsWithin(mine.Sets.Asked, other.Sets.Asked) && diagrams.IsWithin(diagrams.And(mine.Sets.Asked, other.Sets.Met), mine.Sets.Met)
            ? new Diagnostic(DiagnosticCodes.ImpliedRule, mine.Rule.About.Span, $"a host that passes `{id}` on line {place.Line} passes `{mine.Rule.Id}` too", "leave it out, ask more, or let the other one need it")
            : null;
    }

    private SpaceSketch Sketch(IEnumerable<Rule> rules)
    {
        var sketch = new SpaceSketch(new ReasoningScope(definitions, NoValues));
        foreach (var condition in rules.SelectMany(rule => new[] { rule.Applies, rule.Require }).OfType<Condition>())
        {
            sketch.Add(condition);
        }

        return sketch;
    }

    // A rule of lower severity adds nothing; one that the other needs explains why the other fails.
    private bool IsRedundant(Rule rule, Rule other) =>
        rule.Recommend is null && other.About.Severity >= rule.About.Severity && !Needs(other, rule.Id, []) && !Needs(rule, other.Id, []);

    private bool Needs(Rule rule, string id, HashSet<string> seen) =>
        rule.Needs.Any(need => need == id || (seen.Add(need) && byId.TryGetValue(need, out var needed) && Needs(needed, id, seen)));

    private static bool IsBefore(Rule first, Rule second) =>
        (first.About.Span.Line, first.About.Span.Column).CompareTo((second.About.Span.Line, second.About.Span.Column)) < 0;

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
