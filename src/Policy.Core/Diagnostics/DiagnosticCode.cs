namespace Policy.Core.Diagnostics;

/// <summary>A kind of complaint.</summary>
/// <param name="Id">Stable name, such as <c>POL2001</c>; never renumbered, never used again.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Title">What is wrong, in a few words without the particulars.</param>
public sealed record DiagnosticCode(string Id, DiagnosticSeverity Severity, string Title);
