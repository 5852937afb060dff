using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>For which hosts a subject meets matchers: LANGUAGE 5 and 6 for hosts about which everything is known.</summary>
/// <param name="space">The hosts.</param>
/// <param name="subject">What is asked.</param>
internal sealed class MatcherTruth(FactSpace space, Subject subject)
{
    private readonly string name = $"{subject}";

    private Diagrams Diagrams => space.Diagrams;

    /// <summary>Where a matcher holds.</summary>
    public TruthSets Of(Matcher matcher) => matcher switch
    {
        IsMatcher presence => presence.Present ? TruthSets.Of(space.Absent(name), Diagrams).Not() : TruthSets.Of(space.Absent(name), Diagrams),
        OperatorMatcher operation => TruthSets.Of(subject.Type is ListType ? Set(operation) : Scalar(AxisNames.Of(subject, operation.Operator), operation), Diagrams),
        AllMatcher all => all.Items.Aggregate(TruthSets.Always, (truth, item) => truth.And(Of(item), Diagrams)),
        QuantifiedMatcher quantified => new QuantifierTruth(space, space.Elements(name)).Of(quantified),
        CountMatcher count => Number(AxisNames.Count(subject), count.Number, count.Where),
        SumMatcher sum => Number(AxisNames.Sum(subject, sum.Of), sum.Number, sum.Where),
        _ => throw new System.Diagnostics.UnreachableException($"no truth of {matcher.GetType()}"),
    };

    // A number of the elements that count; another choice of elements has another number, of which nothing is known.
    private TruthSets Number(string axis, Matcher number, Condition? where)
    {
        if (where is not null)
        {
            var set = new ConditionTruth(space.Elements(name).Inner).Of(where).True;
            return TruthSets.Of(space.Boolean($"{axis} {set} {string.Join(' ', Parts.Operators(number).Select(item => $"{item.Operator.Name} {ReasoningScope.TextOf(item.Operand)}"))}"), Diagrams);
        }

        return TruthSets.Of(Parts.Operators(number).Aggregate(Diagrams.Everything, (hosts, operation) => Diagrams.And(hosts, Scalar(axis, operation))), Diagrams);
    }

    private int Set(OperatorMatcher operation)
    {
        var (axis, question) = (space.Set(name), operation.Operator.AsksSet!.Value);
        if (space.Scope.Values(operation.Operand) is { } values)
        {
            return axis.Hosts(question, values);
        }

        var asked = question == SetQuestion.HasNone ? SetQuestion.HasAny : question;
        var holds = Diagrams.Without(space.Boolean($"{name} {asked} {ReasoningScope.TextOf(operation.Operand)}"), axis.Absent);
        return question switch
        {
            SetQuestion.HasNone => Diagrams.Complement(holds),
            SetQuestion.HasOnly => Diagrams.Or(holds, axis.Absent),
            _ => holds,
        };
    }

    private int Scalar(string axisName, OperatorMatcher operation)
    {
        var axis = space.Scalar(axisName);
        var absent = operation.Operator.IsNegative ? space.Cells(axis, cell => cell.IsAbsent) : Diagrams.Nothing;
        var present = space.Cells(axis, cell => !cell.IsAbsent);
        return Diagrams.Or(absent, Diagrams.And(present, Present(axis, axisName, operation)));
    }

    private int Present(ScalarAxis axis, string axisName, OperatorMatcher operation)
    {
        if (space.Scope.Values(operation.Operand) is not { } values)
        {
            return Opaque(axisName, operation, ReasoningScope.TextOf(operation.Operand));
        }

        if (operation.Operator.BySigns is { } decide)
        {
            var signs = values.Select(axis.Against).ToList();
            return signs.Contains(null)
                ? Opaque(axisName, operation, string.Join('\n', values))
                : space.Cells(axis, cell => !cell.IsAbsent && decide([.. signs.Select(sign => sign!(cell))]));
        }

        var test = axis.Cells.Any(cell => cell.Value is not null) ? operation.Operator.Prepare(values) : null;
        var certain = space.Cells(axis, cell => cell.Value is { } value && test?.Invoke(value, default) == true);
        var open = space.Cells(axis, cell => !cell.IsAbsent && cell.Value is null);
        return open == Diagrams.Nothing ? certain : Diagrams.Or(certain, Diagrams.And(open, TextParts.Hosts(space, axisName, new TextPart(operation.Operator, values))));
    }

    // A comparison with something that is not known: below it, at it or above it.
    private int Opaque(string axisName, OperatorMatcher operation, string operand)
    {
        if (operation.Operator.BySigns is not { } decide || operation.Operator.Shape is not (OperandShape.Value or OperandShape.Duration))
        {
            return space.Boolean($"{axisName} {operation.Operator.Name} {operand}");
        }

        var (below, at) = (space.Boolean($"{axisName} below {operand}"), space.Boolean($"{axisName} at {operand}"));
        var parts = new[] { (-1, Diagrams.Without(below, at)), (0, at), (1, Diagrams.Complement(Diagrams.Or(below, at))) };
        return parts.Where(part => decide([part.Item1])).Aggregate(Diagrams.Nothing, (hosts, part) => Diagrams.Or(hosts, part.Item2));
    }
}
