using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Rules;

/// <summary>A value that the user of a policy may choose.</summary>
/// <param name="Name">Its name: snake_case.</param>
/// <param name="Type">A scalar type, or a list of one.</param>
/// <param name="Default">What it is if nobody chooses; null if it must be chosen.</param>
/// <param name="Bounds">What a chosen value must meet; empty if anything of the type will do.</param>
/// <param name="Describe">What it is for.</param>
/// <param name="Span">Where it is declared.</param>
public sealed record Parameter(string Name, FactType Type, FactValue? Default, Sequence<OperatorMatcher> Bounds, ReaderText Describe, SourceSpan Span)
{
    /// <summary>Whether a value meets the bounds; a bound that cannot be decided is met.</summary>
    public bool Allows(FactValue value) => Bounds.All(bound =>
        bound.Operand is not LiteralOperand literal || bound.Operator.Prepare(literal.Values)?.Invoke(value, default) != false);
}
