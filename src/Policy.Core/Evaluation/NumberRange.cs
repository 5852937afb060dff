using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>Asks a matcher of every whole number of a range.</summary>
internal static class NumberRange
{
    /// <summary>More than any number of elements.</summary>
    private const decimal Beyond = 1e27m;

    /// <summary>The answer if it is the same for every whole number of the range, otherwise unknown.</summary>
    /// <param name="matcher">What is asked.</param>
    /// <param name="low">The first number.</param>
    /// <param name="high">The last number; null if there is none.</param>
    /// <param name="scope">Where operands are looked up.</param>
    /// <remarks>Answers change only at operands, so that it is enough to ask next to each of them and at the ends.</remarks>
    public static Truth Ask(MatcherPlan matcher, int low, int? high, in EvaluationScope scope)
    {
        var last = high ?? decimal.MaxValue;
        var numbers = new List<decimal> { low, high ?? low };
        foreach (var bound in Bounds(matcher, scope))
        {
            // One past the greatest operand stands for everything beyond it.
            var near = decimal.Floor(Math.Clamp(bound, -1, Beyond));
            numbers.AddRange([near - 1, near, near + 1, near + 2]);
        }

        Truth? answer = null;
        foreach (var number in numbers.Where(number => number >= low && number <= last))
        {
            var truth = MatcherEvaluator.Ask(matcher, new Present(new NumberValue(number)), scope);
            if (answer is not null && answer != truth)
            {
                return Truth.Unknown;
            }

            answer = truth;
        }

        return answer!.Value;
    }

    private static List<decimal> Bounds(MatcherPlan matcher, in EvaluationScope scope)
    {
        var bounds = new List<decimal>();
        Gather(matcher, scope, bounds);
        return bounds;
    }

    private static void Gather(MatcherPlan matcher, in EvaluationScope scope, List<decimal> bounds)
    {
        switch (matcher)
        {
            case AllPlan all:
                foreach (var item in all.Items)
                {
                    Gather(item, scope, bounds);
                }

                break;
            case OperatorPlan plan:
                foreach (var operand in plan.Operands)
                {
                    bounds.AddRange(MatcherEvaluator.Values(operand, scope).Values.OfType<NumberValue>().Select(number => number.Value));
                }

                break;
        }
    }
}
