using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Candidates;

/// <summary>Values of single facts at the bounds that a policy sets: just meeting them, just missing them, and beside them.</summary>
public static class ScalarCandidates
{
    private const string Other = "other";

    /// <summary>The values that an operator makes interesting.</summary>
    /// <param name="operation">The operator with its operand.</param>
    /// <param name="type">The type of the fact, or of the elements of a list.</param>
    /// <param name="parameters">The values of parameters.</param>
    public static IEnumerable<FactValue> Of(OperatorMatcher operation, FactType type, ParameterChoices parameters) =>
        Literals(operation.Operand, parameters).SelectMany(value => Around(operation.Operator, value, type));

    /// <summary>The values that a type has of itself.</summary>
    public static IEnumerable<FactValue> Of(FactType type) => type switch
    {
        BooleanType => [new BooleanValue(true), new BooleanValue(false)],
        StringType { OneOf.Count: > 0 } text => text.OneOf.Select(FactValue (word) => new StringValue(word)),
        StringType => [new StringValue(Other)],
        NumberType => [new NumberValue(0)],
        _ => [],
    };

    /// <summary>The values of an operand: literals, and those of parameters.</summary>
    public static IEnumerable<FactValue> Literals(Operand operand, ParameterChoices parameters) => operand switch
    {
        LiteralOperand literal => literal.Values,
        ParameterOperand parameter => parameters.Of(parameter.Name),
        RangeOperand range => Literals(range.Low, parameters).Concat(Literals(range.High, parameters)),
        _ => [],
    };

    private static IEnumerable<FactValue> Around(FactOperator operation, FactValue value, FactType type) => (operation.Shape, value) switch
    {
        (OperandShape.Pattern, StringValue pattern) => PatternSamples.Of(pattern.Value).Select(FactValue (text) => new StringValue(text)),
        (OperandShape.Networks, StringValue block) => Addresses(block.Value).Select(FactValue (text) => new StringValue(text)),
        (OperandShape.Duration, _) => [],
        (_, StringValue text) when type is StringType { OneOf.Count: 0 } => [text, new StringValue($"{text.Value}-{Other}"), new StringValue($"{Other}-{text.Value}"), new StringValue($"{Other}-{text.Value}-{Other}")],
        _ => ValueSteps.Around(value, type).Prepend(value),
    };

    // The first address of a block is in it; the one of the documentation is in none that anybody means.
    private static IEnumerable<string> Addresses(string block) => [block.Split('/')[0], block.Contains(':', StringComparison.Ordinal) ? "2001:db8::1" : "192.0.2.1", "no address"];
}
