using Policy.Core.Facts;

namespace Policy.Core.Conditions.Operators;

/// <summary>Values as sets under the equality of their type.</summary>
internal static class Members
{
    /// <summary>Whether a value is among others; null if that cannot be decided.</summary>
    public static bool? Has(IReadOnlyList<FactValue> values, FactValue wanted, FactContext context)
    {
        bool? answer = false;
        foreach (var value in values)
        {
            var same = ValueOrder.Same(wanted, value, context);
            if (same == true)
            {
                return true;
            }

            answer = same is null ? null : answer;
        }

        return answer;
    }

    /// <summary>Whether all of some values are among others.</summary>
    public static bool? HasAll(IReadOnlyList<FactValue> values, IReadOnlyList<FactValue> wanted, FactContext context)
    {
        bool? answer = true;
        foreach (var value in wanted)
        {
            var has = Has(values, value, context);
            if (has == false)
            {
                return false;
            }

            answer = has is null ? null : answer;
        }

        return answer;
    }

    /// <summary>Whether at least one of some values is among others.</summary>
    public static bool? HasAny(IReadOnlyList<FactValue> values, IReadOnlyList<FactValue> wanted, FactContext context)
    {
        bool? answer = false;
        foreach (var value in wanted)
        {
            var has = Has(values, value, context);
            if (has == true)
            {
                return true;
            }

            answer = has is null ? null : answer;
        }

        return answer;
    }

    /// <summary>The elements of a list whose elements are all present.</summary>
    public static IReadOnlyList<FactValue> Of(FactValue list) =>
        [.. ((ListValue)list).Items.Select(item => ((Present)item).Value)];

    /// <summary>The exact negation of a test.</summary>
    public static FactTest Negated(this FactTest test) => (fact, context) => !test(fact, context);
}
