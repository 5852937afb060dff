using Policy.Core.Diagnostics;

namespace Policy.Core.Conditions;

/// <summary>What is asked of a subject.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record Matcher(SourceSpan Span);

/// <summary><c>is: present</c> or <c>is: absent</c>.</summary>
public sealed record IsMatcher(bool Present, SourceSpan Span) : Matcher(Span);

/// <summary>An operator and what it compares with.</summary>
public sealed record OperatorMatcher(FactOperator Operator, Operand Operand, SourceSpan Span) : Matcher(Span);

/// <summary>Several entries that must all hold.</summary>
public sealed record AllMatcher(Sequence<Matcher> Items, SourceSpan Span) : Matcher(Span);

/// <summary><c>some</c>, <c>every</c> or <c>none</c> of the elements.</summary>
/// <param name="Quantifier">Which.</param>
/// <param name="Body">What is asked of an element.</param>
/// <param name="Where">Which elements count; null is all.</param>
/// <param name="Empty">The answer of <c>every</c> and <c>none</c> where no element counts; false for <c>some</c>.</param>
/// <param name="Span">Where it stands.</param>
public sealed record QuantifiedMatcher(Quantifier Quantifier, Condition Body, Condition? Where, Truth Empty, SourceSpan Span) : Matcher(Span);

/// <summary>How many elements there are.</summary>
/// <param name="Number">What is asked of the number.</param>
/// <param name="Where">Which elements count; null is all.</param>
/// <param name="Span">Where it stands.</param>
public sealed record CountMatcher(Matcher Number, Condition? Where, SourceSpan Span) : Matcher(Span);

/// <summary>The sum of a field over the elements.</summary>
/// <param name="Of">The field.</param>
/// <param name="Number">What is asked of the sum.</param>
/// <param name="Where">Which elements count; null is all.</param>
/// <param name="Span">Where it stands.</param>
public sealed record SumMatcher(FieldSubject Of, Matcher Number, Condition? Where, SourceSpan Span) : Matcher(Span);

/// <summary>How many elements a condition is asked of.</summary>
public enum Quantifier
{
    /// <summary>At least one.</summary>
    Some,

    /// <summary>All that count.</summary>
    Every,

    /// <summary>Not one.</summary>
    None,
}
