using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>The meaning of quantifiers, counts and sums: LANGUAGE 6, point 6.</summary>
internal static class QuantifierEvaluator
{
    /// <summary>The answer of <c>some</c>, <c>every</c> or <c>none</c> about a list or map that is present or absent.</summary>
    public static Truth Ask(QuantifiedPlan plan, Observation observation, in EvaluationScope scope)
    {
        var elements = Elements.Of(observation, plan.Selection.KeyName);
        var (counted, some, every) = (Truth.False, Truth.False, Truth.True);
        foreach (var element in elements.Items)
        {
            var inner = scope with { Element = element };
            var selected = Selected(plan.Selection, inner);
            var holds = Evaluator.Root(plan.Body, inner);
            counted = counted.Or(selected);
            some = some.Or(selected.And(holds));
            every = every.And(selected.Not().Or(holds));
        }

        // A map that is not complete may hold more entries.
        var open = elements.IsComplete ? Truth.False : Truth.Unknown;
        counted = counted.Or(open);
        return plan.Quantifier switch
        {
            Quantifier.Some => some.Or(open),
            Quantifier.Every => OrEmpty(every.And(open.Not()), counted, plan.Empty),
            Quantifier.None => OrEmpty(some.Not().And(open.Not()), counted, plan.Empty),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The answer about the number of elements.</summary>
    public static Truth Ask(CountPlan plan, Observation observation, in EvaluationScope scope)
    {
        var elements = Elements.Of(observation, plan.Selection.KeyName);
        var (sure, possible) = (0, 0);
        foreach (var element in elements.Items)
        {
            var selected = Selected(plan.Selection, scope with { Element = element });
            sure += selected == Truth.True ? 1 : 0;
            possible += selected == Truth.False ? 0 : 1;
        }

        return NumberRange.Ask(plan.Number, sure, elements.IsComplete ? possible : null, scope);
    }

    /// <summary>The answer about the sum of a field.</summary>
    public static Truth Ask(SumPlan plan, Observation observation, in EvaluationScope scope)
    {
        var elements = Elements.Of(observation, plan.Selection.KeyName);
        var sum = elements.IsComplete ? 0m : (decimal?)null;
        foreach (var element in elements.Items)
        {
            var inner = scope with { Element = element };
            sum = Selected(plan.Selection, inner) switch
            {
                Truth.False => sum,
                Truth.True => Add(sum, inner.Observe(plan.Of)),
                _ => null,
            };
        }

        return sum is { } total ? MatcherEvaluator.Ask(plan.Number, new Present(new NumberValue(total)), scope) : Truth.Unknown;
    }

    /// <summary>Whether an element counts.</summary>
    public static Truth Selected(SelectionPlan selection, in EvaluationScope scope) =>
        selection.Where is null ? Truth.True : Evaluator.Root(selection.Where, scope);

    private static Truth OrEmpty(Truth truth, Truth counted, Truth empty) => counted switch
    {
        Truth.True => truth,
        Truth.False => empty,
        _ => truth == empty ? truth : Truth.Unknown,
    };

    private static decimal? Add(decimal? sum, Observation field)
    {
        try
        {
            return field switch
            {
                Present { Value: NumberValue number } => sum + number.Value,
                Absent => sum,
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
