using Policy.Authoring;
using Policy.Authoring.Yaml;
using Policy.Cli.Inputs;
using Policy.Core.Diagnostics;
using Policy.Core.Reasoning;
using Policy.Core.Rules;

namespace Policy.Cli.Outputs;

/// <summary>What checking documents brought.</summary>
/// <param name="Diagnostics">The complaints, in the order in which the documents were read.</param>
/// <param name="Texts">The documents by name, as bytes.</param>
/// <param name="Rules">How many rules the sound policies have.</param>
internal sealed record LintReport(Sequence<Diagnostic> Diagnostics, IReadOnlyDictionary<string, byte[]> Texts, int Rules)
{
    /// <summary>How many complaints forbid the use of a document.</summary>
    public int Errors => Diagnostics.Count(item => item.Code.Severity == DiagnosticSeverity.Error);

    /// <summary>How many do not.</summary>
    public int Warnings => Diagnostics.Count - Errors;

    /// <summary>Reads and checks documents.</summary>
    /// <param name="inputs">Where documents come from.</param>
    /// <param name="names">Which are wanted.</param>
    /// <exception cref="CommandFailure">Something named is not there (66).</exception>
    public static LintReport Of(PolicyInputs inputs, IReadOnlyList<string> names)
    {
        var documents = inputs.LoadEverything(names);
        var diagnostics = inputs.Diagnostics;
        if (diagnostics.All(item => item.Code.Severity == DiagnosticSeverity.Warning))
        {
            // A parameter without a default is no mistake of the policy: whoever uses it chooses a value.
            diagnostics = [.. diagnostics, .. inputs.Inspect([.. documents.OfType<AuthoredDocument>()])];
        }

        // What is understood of a condition is worth saying once the documents are sound.
        if (diagnostics.All(item => item.Code.Severity == DiagnosticSeverity.Warning))
        {
            diagnostics = [.. diagnostics, .. documents.OfType<PolicyDocument>().SelectMany(PolicyReasoner.Check)];
        }

        return new LintReport(InOrder(diagnostics), inputs.Texts, documents.OfType<PolicyDocument>().Sum(policy => policy.Rules.Count));
    }

    private static Sequence<Diagnostic> InOrder(Sequence<Diagnostic> diagnostics)
    {
        var files = diagnostics.Select(item => item.Span.File).Distinct().ToList();
        return diagnostics.OrderBy(item => files.IndexOf(item.Span.File)).ThenBy(item => item.Span.Line).ThenBy(item => item.Span.Column).ToSequence();
    }

    /// <summary>The text of a document; null if it is none.</summary>
    public SourceText? Text(string file) => Texts.TryGetValue(file, out var bytes) ? Utf8Text.Decode(file, bytes).Value : null;

    /// <summary>What a complaint changes in the text of its document.</summary>
    public Sequence<TextEdit> Edits(Diagnostic diagnostic) => diagnostic.Fix is not null && Text(diagnostic.Span.File) is { } text ? DocumentFix.Edits(text, diagnostic) : [];
}
