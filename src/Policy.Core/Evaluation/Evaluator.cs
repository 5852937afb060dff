using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>The meaning of conditions: LANGUAGE 6, one arm a kind of step.</summary>
internal static class Evaluator
{
    /// <summary>The truth of every step, in the order of the steps.</summary>
    public static Truth[] Evaluate(OperationList list, in EvaluationScope scope)
    {
        var truths = new Truth[list.Operations.Length];
        for (var index = 0; index < truths.Length; index++)
        {
            truths[index] = Step(list, list.Operations[index], truths, scope);
        }

        return truths;
    }

    /// <summary>The truth of the condition that a list was compiled from.</summary>
    public static Truth Root(OperationList list, in EvaluationScope scope) => Evaluate(list, scope)[^1];

    private static Truth Step(OperationList list, Operation operation, Truth[] truths, in EvaluationScope scope)
    {
        var inputs = list.Inputs.AsSpan(operation.First, operation.Count);
        return operation.Kind switch
        {
            OperationKind.Constant => (Truth)operation.Argument,
            OperationKind.Test => MatcherEvaluator.Ask(list.Tests[operation.Argument], scope),
            OperationKind.All => And(inputs, truths),
            OperationKind.Any => Or(inputs, truths),
            OperationKind.None => Or(inputs, truths).Not(),
            OperationKind.AtLeast => AtLeast(inputs, truths, operation.Argument),
            OperationKind.AtMost => AtMost(inputs, truths, operation.Argument),
            OperationKind.Exactly => AtLeast(inputs, truths, operation.Argument).And(AtMost(inputs, truths, operation.Argument)),
            OperationKind.When => When(inputs, truths),
            OperationKind.Switch => Switch(inputs, truths, list.Switches[operation.Argument], scope),
            _ => throw new UnreachableException($"no meaning for {operation.Kind}"),
        };
    }

    private static Truth And(ReadOnlySpan<int> inputs, Truth[] truths)
    {
        var truth = Truth.True;
        foreach (var input in inputs)
        {
            truth = truth.And(truths[input]);
        }

        return truth;
    }

    private static Truth Or(ReadOnlySpan<int> inputs, Truth[] truths)
    {
        var truth = Truth.False;
        foreach (var input in inputs)
        {
            truth = truth.Or(truths[input]);
        }

        return truth;
    }

    private static Truth AtLeast(ReadOnlySpan<int> inputs, Truth[] truths, int number)
    {
        var (holding, open) = Tally(inputs, truths);
        return holding >= number ? Truth.True : holding + open < number ? Truth.False : Truth.Unknown;
    }

    private static Truth AtMost(ReadOnlySpan<int> inputs, Truth[] truths, int number)
    {
        var (holding, open) = Tally(inputs, truths);
        return holding + open <= number ? Truth.True : holding > number ? Truth.False : Truth.Unknown;
    }

    private static (int Holding, int Open) Tally(ReadOnlySpan<int> inputs, Truth[] truths)
    {
        var (holding, open) = (0, 0);
        foreach (var input in inputs)
        {
            holding += truths[input] == Truth.True ? 1 : 0;
            open += truths[input] == Truth.Unknown ? 1 : 0;
        }

        return (holding, open);
    }

    private static Truth When(ReadOnlySpan<int> inputs, Truth[] truths)
    {
        var condition = truths[inputs[0]];
        var otherwise = inputs.Length > 2 ? condition.Or(truths[inputs[2]]) : Truth.True;
        return condition.Not().Or(truths[inputs[1]]).And(otherwise);
    }

    private static Truth Switch(ReadOnlySpan<int> inputs, Truth[] truths, SwitchPlan choice, in EvaluationScope scope) =>
        ChosenInput(choice, scope) is { } chosen ? truths[inputs[chosen]] : Truth.Unknown;

    /// <summary>Which input of a switch a host chooses, the last one being the default; null if that cannot be decided.</summary>
    public static int? ChosenInput(SwitchPlan choice, in EvaluationScope scope) => scope.Observe(choice.Subject) switch
    {
        Unknown => null,
        Present present => Chosen(choice, present.Value, scope.Context),
        _ => choice.Cases.Length,
    };

    private static int? Chosen(SwitchPlan choice, FactValue value, FactContext context)
    {
        for (var index = 0; index < choice.Cases.Length; index++)
        {
            var same = ValueOrder.Same(value, choice.Cases[index], context);
            if (same != false)
            {
                return same is null ? null : index;
            }
        }

        return choice.Cases.Length;
    }
}
