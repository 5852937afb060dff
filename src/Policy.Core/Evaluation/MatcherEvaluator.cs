using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>The meaning of matchers on scalars and lists of scalars: LANGUAGE 6, points 1 to 5.</summary>
internal static class MatcherEvaluator
{
    private static readonly Observation Known = new Present(new BooleanValue(true));

    /// <summary>The answer to a test.</summary>
    public static Truth Ask(TestPlan test, in EvaluationScope scope) => Ask(test.Matcher, scope.Observe(test.Subject), scope);

    /// <summary>The answer of a matcher about an observation.</summary>
    public static Truth Ask(MatcherPlan matcher, Observation observation, in EvaluationScope scope)
    {
        if (observation is Unknown)
        {
            return Truth.Unknown;
        }

        return matcher switch
        {
            AllPlan all => AskAll(all, observation, scope),
            IsPlan presence => Kleene.Of(presence.Present == observation is Present),
            OperatorPlan operation => Ask(operation, observation, scope),
            QuantifiedPlan quantified => QuantifierEvaluator.Ask(quantified, observation, scope),
            CountPlan count => QuantifierEvaluator.Ask(count, observation, scope),
            SumPlan sum => QuantifierEvaluator.Ask(sum, observation, scope),
            _ => throw new UnreachableException($"no meaning for {matcher.GetType()}"),
        };
    }

    /// <summary>The values of an operand; <see cref="Absent"/> or <see cref="Unknown"/> if it has none.</summary>
    public static (Observation State, IReadOnlyList<FactValue> Values) Values(OperandPlan operand, in EvaluationScope scope) => operand switch
    {
        KnownOperand known => (Known, known.Values),
        FactOperandPlan fact => Values(fact, scope.Observe(fact.Subject)),
        _ => throw new UnreachableException($"no values for {operand.GetType()}"),
    };

    private static Truth AskAll(AllPlan all, Observation observation, in EvaluationScope scope)
    {
        var truth = Truth.True;
        foreach (var item in all.Items)
        {
            truth = truth.And(Ask(item, observation, scope));
        }

        return truth;
    }

    private static Truth Ask(OperatorPlan plan, Observation observation, in EvaluationScope scope)
    {
        var test = plan.Prepared;
        if (test is null)
        {
            var values = new List<FactValue>();
            var isAbsent = false;
            foreach (var operand in plan.Operands)
            {
                var (state, found) = Values(operand, scope);
                if (state is Unknown)
                {
                    return Truth.Unknown;
                }

                isAbsent |= state is Absent;
                values.AddRange(found);
            }

            if (isAbsent)
            {
                return Kleene.Of(plan.Operator.IsNegative);
            }

            test = plan.Operator.Prepare(values);
        }

        return Ask(plan.Operator, test, observation, scope.Context);
    }

    private static Truth Ask(FactOperator operation, FactTest? test, Observation observation, FactContext context) => observation switch
    {
        Present { Value: ListValue list } when list.Items.Any(item => item is not Present) => Truth.Unknown,
        Present present => Kleene.Of(test?.Invoke(present.Value, context)),
        Absent when operation.TakesAbsentAsEmpty => Kleene.Of(test?.Invoke(new ListValue([]), context)),
        _ => Kleene.Of(operation.IsNegative),
    };

    private static (Observation State, IReadOnlyList<FactValue> Values) Values(FactOperandPlan operand, Observation observation)
    {
        if (observation is not Present present)
        {
            return (observation, []);
        }

        return present.Value switch
        {
            ListValue list when list.Items.Any(item => item is not Present) => (new Unknown(UnknownCause.Malformed), []),
            ListValue list => (Known, [.. list.Items.Select(item => ((Present)item).Value)]),
            NumberValue number when operand.Times is not null || operand.Plus is not null => Scaled(number.Value, operand),
            _ => (Known, [present.Value]),
        };
    }

    private static (Observation State, IReadOnlyList<FactValue> Values) Scaled(decimal value, FactOperandPlan operand)
    {
        try
        {
            return (Known, [new NumberValue((value * (operand.Times ?? 1)) + (operand.Plus ?? 0))]);
        }
        catch (OverflowException)
        {
            // A number that no fact can hold has no place among the numbers that facts hold.
            return (new Unknown(UnknownCause.Malformed), []);
        }
    }
}
