using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>What names mean while conditions are reasoned about.</summary>
/// <param name="Definitions">The named conditions; one that is not here may be true or false.</param>
/// <param name="Parameters">The values of parameters; one that is not here may have any value.</param>
internal sealed record ReasoningScope(IReadOnlyDictionary<string, Condition> Definitions, IReadOnlyDictionary<string, FactValue> Parameters)
{
    /// <summary>The values of an operand; null if they are not known.</summary>
    public IReadOnlyList<FactValue>? Values(Operand operand) => operand switch
    {
        LiteralOperand literal => literal.Values,
        ParameterOperand parameter when Parameters.TryGetValue(parameter.Name, out var value) => value is ListValue list ? Items(list) : [value],
        RangeOperand range => Values(range.Low) is { } low && Values(range.High) is { } high ? [.. low, .. high] : null,
        _ => null,
    };

    /// <summary>An operand whose values are not known, as a text that is the same for the same operand.</summary>
    public static string TextOf(Operand operand) => operand switch
    {
        LiteralOperand literal => string.Join('\n', literal.Values),
        ParameterOperand parameter => $"parameter {parameter.Name}",
        FactOperand fact => $"{fact.Subject} * {fact.Times} + {fact.Plus}",
        RangeOperand range => $"{TextOf(range.Low)} .. {TextOf(range.High)}",
        _ => throw new System.Diagnostics.UnreachableException($"no text for {operand.GetType()}"),
    };

    private static FactValue[]? Items(ListValue list) => list.Items.All(item => item is Present) ? [.. list.Items.Select(item => ((Present)item).Value)] : null;
}
