using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>What reading the text of a literal gave.</summary>
public abstract record LiteralReading
{
    private protected LiteralReading()
    {
    }
}

/// <summary>The text is a value of the type.</summary>
/// <param name="Value">The value, in base units.</param>
public sealed record LiteralOk(FactValue Value) : LiteralReading;

/// <summary>The type cannot read the text.</summary>
/// <param name="Code">The kind of complaint.</param>
/// <param name="Message">What was found and what was expected; the text in backticks.</param>
/// <param name="Help">What to write instead; null if nothing is near.</param>
public sealed record LiteralError(DiagnosticCode Code, string Message, string? Help) : LiteralReading
{
    /// <summary>The text that must have been meant; null if there is more than one.</summary>
    public string? Meant { get; init; }
}
