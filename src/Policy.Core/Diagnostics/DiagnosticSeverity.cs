namespace Policy.Core.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The document can be used, but the author probably meant something else.</summary>
    Warning,

    /// <summary>The document cannot be used.</summary>
    Error,
}
