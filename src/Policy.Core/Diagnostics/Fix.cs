namespace Policy.Core.Diagnostics;

/// <summary>What to change in a document where a complaint has one right answer.</summary>
public abstract record Fix
{
    private protected Fix()
    {
    }
}

/// <summary>Puts another text into the place of a scalar, which keeps its quotes.</summary>
/// <param name="Span">The scalar.</param>
/// <param name="Old">Its text without quotes; where something else stands there, the fix does not apply.</param>
/// <param name="New">The text that was meant.</param>
public sealed record ReplaceText(SourceSpan Span, string Old, string New) : Fix;

/// <summary>Puts two scalars into each other's place.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other one, behind it.</param>
public sealed record ExchangeTexts(ScalarPlace First, ScalarPlace Second) : Fix;

/// <summary>A scalar of a document.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its text without quotes.</param>
public sealed record ScalarPlace(SourceSpan Span, string Text);
