using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Conditions;

/// <summary>What an operator compares with.</summary>
public abstract record Operand
{
    private protected Operand()
    {
    }
}

/// <summary>Values that stand in the policy.</summary>
/// <param name="Values">One value, or the items of a list.</param>
/// <param name="IsList">Whether the policy shows a list.</param>
public sealed record LiteralOperand(Sequence<FactValue> Values, bool IsList) : Operand;

/// <summary>The value of a parameter.</summary>
/// <param name="Name">The parameter's name.</param>
public sealed record ParameterOperand(string Name) : Operand;

/// <summary>The value of another fact: <c>value * Times + Plus</c>.</summary>
/// <param name="Subject">The fact, or a field of the same element.</param>
/// <param name="Times">A factor; null is 1.</param>
/// <param name="Plus">A summand in the base unit; null is 0.</param>
public sealed record FactOperand(Subject Subject, decimal? Times, decimal? Plus) : Operand;

/// <summary>Two ends, both included.</summary>
/// <param name="Low">The low end.</param>
/// <param name="High">The high end.</param>
public sealed record RangeOperand(Operand Low, Operand High) : Operand;
