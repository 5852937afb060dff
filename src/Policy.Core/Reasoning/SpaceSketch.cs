using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>The subjects of some conditions with the values that they are compared with; these cut what a host can say into finitely many cells.</summary>
/// <param name="scope">What names mean.</param>
internal sealed class SpaceSketch(ReasoningScope scope)
{
    private readonly Dictionary<string, SketchedAxis> axes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpaceSketch> elements = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>What names mean.</summary>
    public ReasoningScope Scope => scope;

    /// <summary>The subjects.</summary>
    public IReadOnlyDictionary<string, SketchedAxis> Axes => axes;

    /// <summary>The sketch of the elements of a subject.</summary>
    public SpaceSketch ElementsOf(string subject)
    {
        if (!elements.TryGetValue(subject, out var inner))
        {
            elements.Add(subject, inner = new SpaceSketch(scope));
        }

        return inner;
    }

    /// <summary>Adds what a condition asks.</summary>
    public void Add(Condition condition)
    {
        switch (condition)
        {
            case TestCondition test:
                Add(test.Subject, test.Matcher);
                break;
            case SwitchCondition choice:
                Axis($"{choice.Subject}", choice.Subject).Values.AddRange(choice.Cases.Select(item => item.Value));
                break;
            case UseCondition use when seen.Add(use.Definition) && scope.Definitions.TryGetValue(use.Definition, out var definition):
                Add(definition);
                break;
        }

        foreach (var part in Parts.Of(condition))
        {
            Add(part);
        }
    }

    private void Add(Subject subject, Matcher matcher)
    {
        Axis($"{subject}", subject);
        switch (matcher)
        {
            case OperatorMatcher operation:
                var axis = Axis(AxisNames.Of(subject, operation.Operator), subject, operation.Operator);
                axis.Values.AddRange(subject.Type is ListType || operation.Operator.BySigns is not null ? scope.Values(operation.Operand) ?? [] : []);
                break;
            case AllMatcher all:
                all.Items.ToList().ForEach(item => Add(subject, item));
                break;
            case QuantifiedMatcher quantified:
                Elements(subject, quantified.Body, quantified.Where);
                break;
            case CountMatcher count:
                Elements(subject, count.Where);
                AddNumber(AxisNames.Count(subject), count.Number, new NumberType());
                Axis(AxisNames.Count(subject), new NumberType()).Values.AddRange([new NumberValue(0), new NumberValue(1)]);
                break;
            case SumMatcher sum:
                Elements(subject, sum.Where);
                AddNumber(AxisNames.Sum(subject, sum.Of), sum.Number, sum.Of.Type);
                break;
        }
    }

    private void Elements(Subject subject, params ReadOnlySpan<Condition?> conditions)
    {
        foreach (var condition in conditions)
        {
            if (condition is not null)
            {
                ElementsOf($"{subject}").Add(condition);
            }
        }
    }

    private void AddNumber(string name, Matcher matcher, FactType type)
    {
        var values = Axis(name, type).Values;
        foreach (var operation in Parts.Operators(matcher))
        {
            values.AddRange(scope.Values(operation.Operand) ?? []);
        }
    }

    private SketchedAxis Axis(string name, Subject subject, FactOperator? operation = null)
    {
        var axis = Axis(name, operation?.Shape == OperandShape.Duration ? new NumberType(FactUnit.Duration) : subject.Type);
        axis.Around ??= subject is FactSubject fact ? fact.Reference : null;
        return axis;
    }

    private SketchedAxis Axis(string name, FactType type)
    {
        if (!axes.TryGetValue(name, out var axis))
        {
            axes.Add(name, axis = new SketchedAxis(type));
        }

        return axis;
    }
}

/// <summary>A subject and what it is compared with.</summary>
/// <param name="Type">The type of its values.</param>
internal sealed record SketchedAxis(FactType Type)
{
    /// <summary>The values, in the order of the text.</summary>
    public List<FactValue> Values { get; } = [];

    /// <summary>The fact, which knows what it stands below; null of an element.</summary>
    public FactReference? Around { get; set; }
}
