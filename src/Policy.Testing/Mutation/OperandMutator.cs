using Policy.Core.Candidates;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Testing.Mutation;

/// <summary>Every single change of an operand.</summary>
/// <param name="type">The type of its values.</param>
/// <param name="span">Where its operator stands.</param>
internal sealed class OperandMutator(FactType type, SourceSpan span)
{
    /// <summary>The changes: moved bounds, flipped booleans, and values left out of lists.</summary>
    public IEnumerable<Edit<Operand>> Of(Operand operand) => operand switch
    {
        LiteralOperand { IsList: true } list => list.Values.Count < 2 ? [] : list.Values.Select((value, index) => new Edit<Operand>(
            list with { Values = list.Values.Without(index) },
            new EditNote(MutationKind.Dropped, span, $"{Text(value)} is left out", Text(value), string.Empty))),
        LiteralOperand literal => Others(literal.Values[0]).Select(other => new Edit<Operand>(literal with { Values = [other.Value] }, other.Note)),
        FactOperand fact => Shifts(fact),
        RangeOperand range => Of(range.Low).Select(edit => edit.In(Operand (low) => range with { Low = low })).Concat(Of(range.High).Select(edit => edit.In(Operand (high) => range with { High = high }))),
        ParameterOperand => [],
        _ => throw new System.Diagnostics.UnreachableException($"no changes of {operand.GetType()}"),
    };

    private string Text(FactValue value) => FactText.Exactly(value, type);

    private IEnumerable<(FactValue Value, EditNote Note)> Others(FactValue value) => value is BooleanValue boolean
        ? [(new BooleanValue(!boolean.Value), Note(MutationKind.Boolean, value, new BooleanValue(!boolean.Value)))]
        : ValueSteps.Around(value, type).Select(other => (other, Note(MutationKind.Bound, value, other)));

    private EditNote Note(MutationKind kind, FactValue before, FactValue after) => new(kind, span, $"{Text(before)} becomes {Text(after)}", FactText.Of(before, type), Text(after));

    private IEnumerable<Edit<Operand>> Shifts(FactOperand fact)
    {
        var plus = fact.Plus ?? 0;
        foreach (var step in ValueSteps.Around(new NumberValue(plus), type).OfType<NumberValue>().Where(_ => type is NumberType))
        {
            yield return new(fact with { Plus = step.Value }, new EditNote(MutationKind.Bound, span, $"plus {plus} becomes {step.Value}"));
        }

        if (fact.Times is { } times)
        {
            yield return new(fact with { Times = null }, new EditNote(MutationKind.Dropped, span, $"times {times} is left out"));
        }
    }
}
