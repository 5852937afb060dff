using Policy.Core.Diagnostics;

namespace Policy.Testing.Mutation;

/// <summary>One change of a piece of a policy.</summary>
/// <typeparam name="T">What is changed.</typeparam>
/// <param name="Result">The piece after the change.</param>
/// <param name="Note">What was changed.</param>
internal sealed record Edit<T>(T Result, EditNote Note)
{
    /// <summary>The same change, seen from what holds the piece.</summary>
    public Edit<TOuter> In<TOuter>(Func<T, TOuter> put) => new(put(Result), Note);
}

/// <summary>What a change is about.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="What">The change in words, such as <c>at_least becomes above</c>.</param>
/// <param name="Old">The text of the place that is replaced; null where the whole entry goes or something stands around it.</param>
/// <param name="New">What stands there instead.</param>
public sealed record EditNote(MutationKind Kind, SourceSpan Span, string What, string? Old = null, string? New = null);

/// <summary>The kinds of changes that are tried.</summary>
public enum MutationKind
{
    /// <summary>A condition becomes its opposite.</summary>
    Negation,

    /// <summary>A boolean becomes the other one.</summary>
    Boolean,

    /// <summary><c>all</c>, <c>any</c> and <c>none</c>, <c>some</c>, <c>every</c> and <c>none</c>, and bounds of counts are exchanged.</summary>
    Connective,

    /// <summary>A branch, an entry, a case or a listed value is left out.</summary>
    Dropped,

    /// <summary>An operator becomes a neighbour.</summary>
    Operator,

    /// <summary>A bound moves by the smallest step of its type.</summary>
    Bound,

    /// <summary><c>empty</c> or <c>default</c> gets another answer.</summary>
    Default,

    /// <summary><c>applies</c> is left out.</summary>
    Applicability,

    /// <summary>A recommendation is left out.</summary>
    Recommendation,
}
