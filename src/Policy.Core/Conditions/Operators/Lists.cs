using Policy.Core.Facts;

namespace Policy.Core.Conditions.Operators;

/// <summary>Lists of scalars as sets; <c>contains</c> also asks for a part of a text.</summary>
internal static class Lists
{
    public static readonly FactOperator Contains = new("contains", "contains", OperandShape.Value, type => type is StringType || IsSet(type), wanted => (fact, context) =>
        fact is StringValue text ? text.Value.Contains(((StringValue)wanted[0]).Value, StringComparison.Ordinal) : Members.Has(Members.Of(fact), wanted[0], context))
    {
        AsksSet = SetQuestion.HasAll,
    };

    public static readonly FactOperator ContainsAll = new("contains_all", "contains all of", OperandShape.Values, IsSet, wanted => (fact, context) =>
        Members.HasAll(Members.Of(fact), wanted, context))
    {
        AsksSet = SetQuestion.HasAll,
    };

    public static readonly FactOperator ContainsAny = new("contains_any", "contains any of", OperandShape.Values, IsSet, Any) { AsksSet = SetQuestion.HasAny };

    public static readonly FactOperator ContainsNone =
        new("contains_none", "contains none of", OperandShape.Values, IsSet, wanted => Any(wanted).Negated()) { IsNegative = true, AsksSet = SetQuestion.HasNone };

    public static readonly FactOperator SubsetOf =
        new("subset_of", "has nothing but", OperandShape.Values, IsSet, allowed => (fact, context) => Members.HasAll(allowed, Members.Of(fact), context))
        {
            TakesAbsentAsEmpty = true,
            AsksSet = SetQuestion.HasOnly,
        };

    public static readonly FactOperator SameAs =
        new("same_as", "is exactly", OperandShape.Values, IsSet, wanted => (fact, context) => Same(Members.Of(fact), wanted, context))
        {
            TakesAbsentAsEmpty = true,
            AsksSet = SetQuestion.HasExactly,
        };

    private static bool IsSet(FactType type) => type is ListType { Of.IsScalar: true };

    private static FactTest Any(IReadOnlyList<FactValue> wanted) => (fact, context) => Members.HasAny(Members.Of(fact), wanted, context);

    private static bool? Same(IReadOnlyList<FactValue> left, IReadOnlyList<FactValue> right, FactContext context) =>
        (Members.HasAll(left, right, context), Members.HasAll(right, left, context)) switch
        {
            (true, true) => true,
            (false, _) or (_, false) => false,
            _ => null,
        };
}
