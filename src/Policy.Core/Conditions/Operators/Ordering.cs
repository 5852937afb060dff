using Policy.Core.Facts;

namespace Policy.Core.Conditions.Operators;

/// <summary>Bounds on numbers, versions and dates.</summary>
internal static class Ordering
{
    public static readonly FactOperator AtLeast = Bound("at_least", "at least", order => order >= 0);

    public static readonly FactOperator AtMost = Bound("at_most", "at most", order => order <= 0);

    public static readonly FactOperator Above = Bound("above", "above", order => order > 0);

    public static readonly FactOperator Below = Bound("below", "below", order => order < 0);

    public static readonly FactOperator Between = new("between", "between", OperandShape.Range, IsOrdered, ends => (fact, context) =>
        And(ValueOrder.Compare(fact, ends[0], context, order => order >= 0), ValueOrder.Compare(fact, ends[1], context, order => order <= 0)))
    {
        BySigns = signs => signs[0] >= 0 && signs[1] <= 0,
    };

    private static FactOperator Bound(string name, string phrase, Func<int, bool> holds) =>
        new(name, phrase, OperandShape.Value, IsOrdered, bound => (fact, context) => ValueOrder.Compare(fact, bound[0], context, holds)) { BySigns = signs => holds(signs[0]) };

    private static bool IsOrdered(FactType type) => type is NumberType or VersionType or DateType;

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;
}
