using System.Collections.Immutable;
using Policy.Core.Conditions.Operators;
using Policy.Core.Facts;

namespace Policy.Core.Conditions;

/// <summary>The operators of the language.</summary>
public static class FactOperators
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<FactOperator> Everything { get; } =
    [
        Equality.EqualTo, Equality.NotEqualTo, Equality.OneOf, Equality.NoneOf,
        Ordering.AtLeast, Ordering.AtMost, Ordering.Above, Ordering.Below, Ordering.Between,
        Ages.OlderThan, Ages.NewerThan,
        Texts.StartsWith, Texts.EndsWith, Texts.Matches, Texts.Finds,
        Addresses.InNetworks,
        Lists.Contains, Lists.ContainsAll, Lists.ContainsAny, Lists.ContainsNone, Lists.SubsetOf, Lists.SameAs,
    ];

    /// <summary>The operator of a name, or null.</summary>
    public static FactOperator? Find(string name) => Everything.FirstOrDefault(item => item.Name == name);

    /// <summary>The operators that can be asked of a fact of a type.</summary>
    public static IEnumerable<FactOperator> For(FactType type) => Everything.Where(item => item.Fits(type));
}
