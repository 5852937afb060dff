using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>Proves that a rule of one policy and a rule of a changed one have the same verdict on every host.</summary>
/// <remarks>
/// Proven for hosts about which everything is known, for every value of the parameters. What cannot be proven within the limits of <see cref="Diagrams"/> is not said.
/// </remarks>
public static class RuleEquivalence
{
    private const string Mark = "'";

    /// <summary>Whether two rules are proven to agree.</summary>
    /// <param name="policy">A policy.</param>
    /// <param name="rule">A rule of it.</param>
    /// <param name="other">The policy after a change; its parameters are the same.</param>
    /// <param name="changed">The rule of it.</param>
    public static bool IsProven(PolicyDocument policy, Rule rule, PolicyDocument other, Rule changed)
    {
        // The definitions of both stand beside each other under different names.
        var (left, right) = (Asked.Of(policy, rule), Asked.Of(other, changed).Renamed(Mark));
        var definitions = policy.Definitions.ToDictionary(item => item.Name, item => item.Condition, StringComparer.Ordinal);
        foreach (var definition in other.Definitions)
        {
            definitions.Add($"{definition.Name}{Mark}", Renaming.Of(definition.Condition, Mark));
        }

        var conditions = left.All.Concat(right.All).ToList();
        return ParameterSamples.Of(conditions, policy, definitions).All(assignment => IsProven(left, right, new ReasoningScope(definitions, assignment)));
    }

    private static bool IsProven(Asked left, Asked right, ReasoningScope scope)
    {
        var sketch = new SpaceSketch(scope);
        foreach (var condition in left.All.Concat(right.All))
        {
            sketch.Add(condition);
        }

        var space = new FactSpace(sketch);
        var truth = new ConditionTruth(space);
        var (before, after) = (left.Verdicts(truth, space.Diagrams), right.Verdicts(truth, space.Diagrams));
        if (before == after)
        {
            return !space.Diagrams.IsExhausted;
        }

        // Where they differ, no host may be able to exist.
        var law = SpaceLaw.Of(space);
        return before.Zip(after).All(pair => space.Diagrams.And(law, pair.First) == space.Diagrams.And(law, pair.Second)) && !space.Diagrams.IsExhausted;
    }

    /// <summary>The conditions of a rule.</summary>
    private sealed record Asked(Condition? Policy, Condition? Rule, Condition Require, Condition? Recommend)
    {
        public IEnumerable<Condition> All => new[] { Policy, Rule, Require, Recommend }.OfType<Condition>();

        public static Asked Of(PolicyDocument policy, Rule rule) => new(policy.Applies, rule.Applies, rule.Require, rule.Recommend);

        public Asked Renamed(string mark) => new(Optional(Policy, mark), Optional(Rule, mark), Renaming.Of(Require, mark), Optional(Recommend, mark));

        /// <summary>The hosts of each verdict: those that the rule is asked of and not asked of, and of the former those that fail, do not, and only warn.</summary>
        public Sequence<int> Verdicts(ConditionTruth truth, Diagrams diagrams)
        {
            var applies = Part(Policy, truth).And(Part(Rule, truth), diagrams);
            var require = truth.Of(Require);
            var met = diagrams.And(applies.True, require.True);
            return [applies.True, applies.False, diagrams.And(applies.True, require.False), met, Recommend is null ? Diagrams.Nothing : diagrams.And(met, truth.Of(Recommend).False)];
        }

        private static TruthSets Part(Condition? condition, ConditionTruth truth) => condition is null ? TruthSets.Always : truth.Of(condition);

        private static Condition? Optional(Condition? condition, string mark) => condition is null ? null : Renaming.Of(condition, mark);
    }
}
