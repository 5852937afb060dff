using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads what operators compare with: literals, parameters and other facts.</summary>
internal static class OperandReader
{
    /// <summary>Reads the operand of an operator on a fact of a type; null after a complaint.</summary>
    public static Operand? Read(YamlNode node, FactOperator operation, FactType fact, ConditionScope scope)
    {
        var type = operation.OperandType(fact);
        if (operation.Shape == OperandShape.Range)
        {
            return Range(node, operation, type, scope);
        }

        if (node is YamlMapping mapping)
        {
            return ReferenceReader.Read(mapping, operation.TakesList ? new ListType(type) : type, scope);
        }

        var values = operation.TakesList ? Literals.ReadList(node, type, scope.Complaints) : One(node, type, scope);
        return values is { } read && IsUsable(operation, read, node, scope.Complaints) ? new LiteralOperand(read, operation.TakesList) : null;
    }

    /// <summary>Whether an operator can use values; complains if not.</summary>
    public static bool IsUsable(FactOperator operation, Sequence<FactValue> values, YamlNode node, Complaints complaints)
    {
        if (operation.Prepare(values) is not null)
        {
            return true;
        }

        // One item of a list, if it can be told which.
        if (node is YamlSequence list && list.Items.Count == values.Count && values.Count > 1)
        {
            return list.Items.Zip(values).All(item => IsUsable(operation, [item.Second], item.First, complaints));
        }

        var text = string.Join(", ", values.OfType<StringValue>().Select(value => $"`{value.Value}`"));
        var (code, message, help) = operation.Shape == OperandShape.Pattern
            ? (DiagnosticCodes.Pattern, $"{text} is not a regular expression that the engine can run", "look-around, back-references and very large automata are not supported, and at most 1,000 characters")
            : (DiagnosticCodes.Literal, $"{text} is not a CIDR block", "write `10.0.0.0/8` or `fd00::/8`");
        complaints.Add(code, node is YamlSequence { Items: [var only] } ? only.Span : node.Span, message, help);
        return false;
    }

    private static Sequence<FactValue>? One(YamlNode node, FactType type, ConditionScope scope) =>
        Literals.Read(node, type, scope.Complaints) is { } value ? [value] : null;

    private static RangeOperand? Range(YamlNode node, FactOperator operation, FactType type, ConditionScope scope)
    {
        if (node is not YamlSequence { Items.Count: 2 } ends)
        {
            scope.Complaints.Add(DiagnosticCodes.WrongShape, node.Span, $"`{operation.Name}` takes a list of two: `[low, high]`");
            return null;
        }

        var (low, high) = (End(ends.Items[0], type, scope), End(ends.Items[1], type, scope));
        if (low is LiteralOperand first && high is LiteralOperand second && Ordering(first, second) == false)
        {
            scope.Complaints.Add(DiagnosticCodes.ReversedRange, node.Span, "the low end is above the high end", new Advice("exchange the two", Exchange(ends)));
            return null;
        }

        return low is null || high is null ? null : new RangeOperand(low, high);
    }

    private static ExchangeTexts? Exchange(YamlSequence ends) => ends.Items is [YamlScalar low, YamlScalar high]
        ? new ExchangeTexts(new ScalarPlace(low.Span, low.Text), new ScalarPlace(high.Span, high.Text))
        : null;

    private static Operand? End(YamlNode node, FactType type, ConditionScope scope)
    {
        if (node is YamlMapping mapping)
        {
            return ReferenceReader.Read(mapping, type, scope);
        }

        return One(node, type, scope) is { } value ? new LiteralOperand(value, IsList: false) : null;
    }

    private static bool? Ordering(LiteralOperand low, LiteralOperand high) =>
        FactOperators.Find("at_most")!.Prepare(high.Values)!.Invoke(low.Values[0], default);
}
