using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Conditions;

/// <summary>A question about a host, or about an element inside a quantifier.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record Condition(SourceSpan Span);

/// <summary>A matcher on a subject.</summary>
public sealed record TestCondition(Subject Subject, Matcher Matcher, SourceSpan Span) : Condition(Span);

/// <summary>All hold: <c>all</c>, or the entries of one mapping.</summary>
public sealed record AllCondition(Sequence<Condition> Items, SourceSpan Span) : Condition(Span);

/// <summary>At least one holds.</summary>
public sealed record AnyCondition(Sequence<Condition> Items, SourceSpan Span) : Condition(Span);

/// <summary>None holds.</summary>
public sealed record NoneCondition(Sequence<Condition> Items, SourceSpan Span) : Condition(Span);

/// <summary>It does not hold.</summary>
public sealed record NotCondition(Condition Item, SourceSpan Span) : Condition(Span);

/// <summary>How many hold.</summary>
public sealed record CountCondition(CountBound Bound, int Number, Sequence<Condition> Items, SourceSpan Span) : Condition(Span);

/// <summary><c>(not If or Then) and (If or Else)</c>; without <paramref name="Else"/> the second part is true.</summary>
public sealed record WhenCondition(Condition If, Condition Then, Condition? Else, SourceSpan Span) : Condition(Span);

/// <summary>The case that equals the subject's value.</summary>
public sealed record SwitchCondition(Subject Subject, Sequence<SwitchCase> Cases, Condition Default, SourceSpan Span) : Condition(Span);

/// <summary>One case of a switch.</summary>
public sealed record SwitchCase(FactValue Value, Condition Condition);

/// <summary>A decided default: <c>pass</c>, <c>fail</c> or <c>unknown</c>.</summary>
public sealed record ConstantCondition(Truth Truth, SourceSpan Span) : Condition(Span);

/// <summary>A named condition of the policy.</summary>
/// <param name="Definition">Which; its condition is looked up in the policy.</param>
/// <param name="Span">Where it stands.</param>
public sealed record UseCondition(string Definition, SourceSpan Span) : Condition(Span);

/// <summary>How a number of conditions is bounded.</summary>
public enum CountBound
{
    /// <summary>So many or more.</summary>
    AtLeast,

    /// <summary>So many or fewer.</summary>
    AtMost,

    /// <summary>Just so many.</summary>
    Exactly,
}
