using Policy.Core.Facts;

namespace Policy.Core.Conditions.Operators;

/// <summary><c>equals</c>, <c>one_of</c> and their exact negations.</summary>
internal static class Equality
{
    public static readonly FactOperator EqualTo = new("equals", "is", OperandShape.Value, IsComparable, Prepare) { BySigns = IsAmong };

    public static readonly FactOperator NotEqualTo =
        new("not_equals", "is not", OperandShape.Value, IsComparable, operands => Prepare(operands).Negated()) { IsNegative = true, BySigns = IsNotAmong };

    public static readonly FactOperator OneOf = new("one_of", "is one of", OperandShape.Values, IsComparable, Prepare) { BySigns = IsAmong };

    public static readonly FactOperator NoneOf =
        new("none_of", "is none of", OperandShape.Values, IsComparable, operands => Prepare(operands).Negated()) { IsNegative = true, BySigns = IsNotAmong };

    private static bool IsAmong(IReadOnlyList<int> signs) => signs.Contains(0);

    private static bool IsNotAmong(IReadOnlyList<int> signs) => !IsAmong(signs);

    private static bool IsComparable(FactType type) => type.IsScalar;

    private static FactTest Prepare(IReadOnlyList<FactValue> operands) => (fact, context) => Members.Has(operands, fact, context);
}
