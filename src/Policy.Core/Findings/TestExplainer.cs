using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;

namespace Policy.Core.Findings;

/// <summary>Explains tests: the fact, the facts that it is compared with, and the elements that decided a quantifier.</summary>
internal static class TestExplainer
{
    /// <summary>How many elements of one quantifier are shown.</summary>
    private const int MostElements = 5;

    public static Explanation Explain(Explainer explainer, TestCondition test, TestPlan plan, EvaluatedSteps run)
    {
        var items = Operands(test.Matcher, plan.Matcher, run.Scope).Concat(Elements(explainer, test, plan, run));
        return new Explanation(ExplanationKind.Test, run.Truth, run.Text, Explainer.EvidenceOf(test.Subject, plan.Subject, run.Scope), [.. items]);
    }

    private static IEnumerable<Explanation> Operands(Matcher matcher, MatcherPlan plan, EvaluationScope scope) => (matcher, plan) switch
    {
        (OperatorMatcher operation, OperatorPlan compiled) => Leaves(operation.Operand).Zip(compiled.Operands).SelectMany(pair => Operand(pair.First, pair.Second, scope)),
        (AllMatcher all, AllPlan compiled) => all.Items.Zip(compiled.Items).SelectMany(pair => Operands(pair.First, pair.Second, scope)),
        (CountMatcher count, CountPlan compiled) => Operands(count.Number, compiled.Number, scope),
        (SumMatcher sum, SumPlan compiled) => Operands(sum.Number, compiled.Number, scope),
        _ => [],
    };

    private static IEnumerable<Operand> Leaves(Operand operand) => operand is RangeOperand range ? Leaves(range.Low).Concat(Leaves(range.High)) : [operand];

    private static IEnumerable<Explanation> Operand(Operand operand, OperandPlan plan, EvaluationScope scope) =>
        (operand, plan) is (FactOperand fact, FactOperandPlan compiled) && Explainer.EvidenceOf(fact.Subject, compiled.Subject, scope) is { } evidence
            ? [new Explanation(ExplanationKind.Operand, evidence.Observation is Unknown ? Truth.Unknown : Truth.True, evidence.Path, evidence, [])]
            : [];

    private static IEnumerable<Explanation> Elements(Explainer explainer, TestCondition test, TestPlan plan, EvaluatedSteps run)
    {
        var observation = run.Scope.Observe(plan.Subject);
        if (observation is Unknown)
        {
            return [];
        }

        var written = test.Matcher is AllMatcher all ? [.. all.Items] : new[] { test.Matcher };
        var compiled = plan.Matcher is AllPlan plans ? plans.Items : [plan.Matcher];
        return written.Zip(compiled)
            .Where(pair => pair.First is QuantifiedMatcher)
            .SelectMany(pair => Elements(explainer, new Quantified(test.Subject, (QuantifiedMatcher)pair.First, (QuantifiedPlan)pair.Second), observation, run));
    }

    private static IEnumerable<Explanation> Elements(Explainer explainer, Quantified quantified, Observation observation, EvaluatedSteps run)
    {
        var plan = quantified.Plan;
        return Evaluation.Elements.Of(observation, plan.Selection.KeyName).Items
            .Select((element, index) => (Element: element, Index: index, Scope: run.Scope with { Element = element }))
            .Select(item => (item.Element, item.Index, Steps: new EvaluatedSteps(plan.Body, Evaluator.Evaluate(plan.Body, item.Scope), item.Scope), Selected: QuantifierEvaluator.Selected(plan.Selection, item.Scope)))
            .Where(item => item.Selected != Truth.False)
            .OrderBy(item => Weight(plan.Quantifier, item.Selected, item.Steps.Truths[^1]))
            .Take(MostElements)
            .Select(item => new Explanation(
                ExplanationKind.Element,
                item.Steps.Truths[^1],
                item.Element.Key ?? $"element {item.Index + 1}",
                ItemOf(quantified.Subject, item.Element),
                [explainer.Explain(quantified.Matcher.Body, item.Steps.Truths.Length - 1, item.Steps)]));
    }

    // Those first that decide: of `some` and `none` those that hold, of `every` those that do not; then the open ones.
    private static int Weight(Quantifier quantifier, Truth selected, Truth holds)
    {
        var decides = selected.And(quantifier == Quantifier.Every ? holds.Not() : holds);
        return Truth.True - decides;
    }

    private static Evidence? ItemOf(Subject subject, Element element) =>
        FactCatalogue.ElementOf(subject.Type) is { IsScalar: true } scalar ? new Evidence(element.Key ?? "it", element.Value!, scalar) : null;

    private sealed record Quantified(Subject Subject, QuantifiedMatcher Matcher, QuantifiedPlan Plan);
}
