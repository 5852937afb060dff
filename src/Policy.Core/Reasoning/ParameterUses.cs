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
            switch (part)
            {
                case OperatorMatcher operation:
                    Add(operation.Operand);
                    break;
                case QuantifiedMatcher quantified:
                    Add(quantified.Body);
                    Optional(quantified.Where);
                    break;
                case CountMatcher count:
                    Add(count.Number);
                    Optional(count.Where);
                    break;
                case SumMatcher sum:
                    Add(sum.Number);
                    Optional(sum.Where);
                    break;
            }
        }
    }

    private void Optional(Condition? condition)
    {
        if (condition is not null)
        {
            Add(condition);
        }
    }

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
