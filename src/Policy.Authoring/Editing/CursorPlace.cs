using Policy.Core.Diagnostics;

namespace Policy.Authoring.Editing;

/// <summary>Where a cursor stands in the structure of a document.</summary>
/// <param name="Word">The word up to the cursor; may be empty.</param>
/// <param name="Span">The whole word, also what stands of it behind the cursor.</param>
/// <param name="Steps">The keys from the root to what holds the word; null for an item of a list.</param>
/// <param name="IsKey">Whether the word is a key.</param>
/// <param name="HasColon">Whether a colon follows already.</param>
public sealed record CursorPlace(string Word, SourceSpan Span, IReadOnlyList<string?> Steps, bool IsKey, bool HasColon)
{
    /// <summary>What the structure allows there.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>The names of the document, also where its text cannot be read without the cursor's word.</summary>
    public IReadOnlyList<Symbol> Symbols { get; init; } = [];
}

/// <summary>Something that can be written.</summary>
/// <param name="Label">The text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Describe">What it is for, in Markdown; may be empty.</param>
public sealed record Offer(string Label, OfferKind Kind, string Describe);

/// <summary>What can be written.</summary>
public enum OfferKind
{
    /// <summary>A key.</summary>
    Key,

    /// <summary>A value.</summary>
    Value,
}
