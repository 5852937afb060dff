using Policy.Core.Facts;

namespace Policy.Core.Conditions;

/// <summary>An operator of the language.</summary>
/// <param name="Name">Its name in a policy, such as <c>at_least</c>.</param>
/// <param name="Phrase">The words for readers between fact and operand, such as <c>at least</c>.</param>
/// <param name="Shape">What it compares with.</param>
/// <param name="Fits">Which types of facts it can be asked of.</param>
/// <param name="Prepare">
/// Makes the test for operand values, once for literals; null if the values cannot be used (a text that is no regular expression or no network).
/// </param>
public sealed record FactOperator(string Name, string Phrase, OperandShape Shape, Func<FactType, bool> Fits, Func<IReadOnlyList<FactValue>, FactTest?> Prepare)
{
    /// <summary>Whether it denies something, so that an absent fact satisfies it.</summary>
    public bool IsNegative { get; init; }

    /// <summary>Whether an absent list is an empty one for it.</summary>
    public bool TakesAbsentAsEmpty { get; init; }

    /// <summary>Whether it holds by the signs of the fact against each operand; null if an order, or equality, does not decide it.</summary>
    public Func<IReadOnlyList<int>, bool>? BySigns { get; init; }

    /// <summary>What it asks of a list of scalars; null if it asks none.</summary>
    public SetQuestion? AsksSet { get; init; }

    /// <summary>The type of an operand for a fact of a type.</summary>
    public FactType OperandType(FactType fact) => Shape switch
    {
        OperandShape.Duration => new NumberType(FactUnit.Duration),
        OperandShape.Pattern or OperandShape.Networks => new StringType(),
        OperandShape.Value or OperandShape.Values or OperandShape.Range => fact is ListType list ? list.Of : fact,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether it compares with a list.</summary>
    public bool TakesList => Shape is OperandShape.Values or OperandShape.Networks;
}

/// <summary>Asks a prepared operator of a value.</summary>
/// <param name="fact">The value; of a list, all its elements are present.</param>
/// <param name="context">What the host says about time and versions.</param>
/// <returns>Null if it cannot be decided.</returns>
public delegate bool? FactTest(FactValue fact, FactContext context);

/// <summary>What an operand looks like.</summary>
public enum OperandShape
{
    /// <summary>One value of the fact's type, or of its elements' type.</summary>
    Value,

    /// <summary>A list of such values.</summary>
    Values,

    /// <summary>Two such values.</summary>
    Range,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A regular expression.</summary>
    Pattern,

    /// <summary>A list of CIDR blocks.</summary>
    Networks,
}

/// <summary>What can be asked of a list of scalars as a set.</summary>
public enum SetQuestion
{
    /// <summary>All operands are in it.</summary>
    HasAll,

    /// <summary>One of the operands is in it.</summary>
    HasAny,

    /// <summary>None of the operands is in it.</summary>
    HasNone,

    /// <summary>Nothing but operands is in it.</summary>
    HasOnly,

    /// <summary>Just the operands are in it.</summary>
    HasExactly,
}
