using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>The parameters that conditions name, and the values that stand in them.</summary>
/// <param name="definitions">The definitions that they may use.</param>
internal sealed class ParameterUses(IReadOnlyDictionary<string, Condition> definitions)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<FactValue> values = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The parameters.</summary>
    public IReadOnlySet<string> Names => names;

    /// <summary>The values.</summary>
    public IReadOnlyCollection<FactValue> Values => values;

    /// <summary>Adds what a condition names.</summary>
    public void Add(Condition condition)
    {
        switch (condition)
        {
            case TestCondition test:
                Add(test.Matcher);
                break;
            case SwitchCondition choice:
                values.UnionWith(choice.Cases.Select(item => item.Value));
                break;
            case UseCondition use when seen.Add(use.Definition) && definitions.TryGetValue(use.Definition, out var definition):
                Add(definition);
                break;
        }

        foreach (var part in Parts.Of(condition))
        {
            Add(part);
        }
    }

    private void Add(Matcher matcher)
    {
        foreach (var part in Parts.Of(matcher))
        {
            if (part is OperatorMatcher operation)
            {
                Add(operation.Operand);
            }

            if (Number(part) is { } number)
            {
                Add(number);
            }

            var (where, body) = Parts.Elements(part);
            new[] { where, body }.OfType<Condition>().ToList().ForEach(Add);
        }
    }

    private static Matcher? Number(Matcher matcher) => matcher switch
    {
        CountMatcher count => count.Number,
        SumMatcher sum => sum.Number,
        _ => null,
    };

    private void Add(Operand operand)
    {
        switch (operand)
        {
            case LiteralOperand literal:
                values.UnionWith(literal.Values);
                break;
            case ParameterOperand parameter:
                names.Add(parameter.Name);
                break;
            case RangeOperand range:
                Add(range.Low);
                Add(range.High);
                break;
        }
    }
}
