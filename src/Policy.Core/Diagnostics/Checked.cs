namespace Policy.Core.Diagnostics;

/// <summary>What a stage made of its input, together with its complaints.</summary>
/// <typeparam name="T">What the stage makes.</typeparam>
/// <param name="Value">The result; null if the complaints left nothing that could be used.</param>
/// <param name="Diagnostics">The complaints in the order of the text; empty if there are none.</param>
public sealed record Checked<T>(T? Value, Sequence<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether a complaint forbids the use of the value.</summary>
    public bool HasErrors => Value is null || Diagnostics.Any(item => item.Code.Severity == DiagnosticSeverity.Error);
}
