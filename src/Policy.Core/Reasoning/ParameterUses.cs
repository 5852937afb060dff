using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>The parameters that conditions name, and the values that stand in them.</summary>
/// <param name="policy">The policy whose definitions they may use.</param>
internal sealed class ParameterUses(PolicyDocument policy)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<FactValue> values = [];
    private readonly HashSet<string> definitions = new(StringComparer.Ordinal);

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
            case UseCondition use when definitions.Add(use.Definition) && policy.Definitions.FirstOrDefault(item => item.Name == use.Definition) is { } definition:
                Add(definition.Condition);
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
