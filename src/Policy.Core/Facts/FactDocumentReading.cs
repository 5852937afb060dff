namespace Policy.Core.Facts;

/// <summary>What reading a fact document gave.</summary>
public abstract record FactDocumentReading
{
    private protected FactDocumentReading()
    {
    }
}

/// <summary>The document was read.</summary>
/// <param name="Facts">What it says about the facts of the plan.</param>
public sealed record ReadFacts(HostFacts Facts) : FactDocumentReading;

/// <summary>The document as a whole cannot be used; a single value that cannot be read is unknown instead.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The first byte that is meant within its line, from 1.</param>
/// <param name="Message">What was found and what was expected: one line, lower case, no full stop.</param>
public sealed record UnreadableFacts(int Line, int Column, string Message) : FactDocumentReading;
