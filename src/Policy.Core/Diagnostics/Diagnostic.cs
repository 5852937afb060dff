namespace Policy.Core.Diagnostics;

/// <summary>One complaint about one place of a document.</summary>
/// <param name="Code">The kind of complaint.</param>
/// <param name="Span">The place.</param>
/// <param name="Message">One line: what was found and what was expected; the user's text in backticks.</param>
/// <param name="Help">What to do about it; null if the message already says all.</param>
public sealed record Diagnostic(DiagnosticCode Code, SourceSpan Span, string Message, string? Help = null)
{
    /// <summary>What to change in the text; null where the author has to decide.</summary>
    public Fix? Fix { get; init; }

    /// <summary>As compilers print it: <c>file:line:column: CODE: message</c>.</summary>
    public override string ToString() => $"{Span}: {Code.Id}: {Message}";
}
