using Policy.Authoring;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Testing.Snapshots;

namespace Policy.Testing;

/// <summary>A policy or profile that tests give facts to.</summary>
/// <remarks>No host and no clock take part: the same document and the same facts always give the same findings.</remarks>
public sealed class PolicyUnderTest
{
    private readonly PolicyRun run;

    private PolicyUnderTest(PolicyRun run) => this.run = run;

    /// <summary>Loads a document; profiles find what they include among the shipped policies.</summary>
    /// <param name="file">The name for complaints.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="catalogue">The facts that it can name.</param>
    /// <param name="choices">Values of parameters.</param>
    /// <returns>Nothing but the complaints where the document is not sound.</returns>
    public static Checked<PolicyUnderTest> Load(string file, ReadOnlyMemory<byte> bytes, FactCatalogue catalogue, params IReadOnlyList<ParameterChoice> choices)
    {
        var loaded = DocumentLoader.Load(file, bytes, catalogue);
        return loaded.Value is { } document ? Compose(document, catalogue, choices) : new Checked<PolicyUnderTest>(null, loaded.Diagnostics);
    }

    /// <summary>What is concluded from a fact document.</summary>
    /// <exception cref="FormatException">The facts are no fact document.</exception>
    public HostFindings Judge(ReadOnlyMemory<byte> facts) => FactDocumentReader.Read(facts, run.Slots) switch
    {
        ReadFacts read => run.Judge(read.Facts),
        UnreadableFacts unreadable => throw new FormatException($"{unreadable.Line}:{unreadable.Column}: {unreadable.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The Markdown report of findings, steady enough to be compared with an earlier one.</summary>
    /// <exception cref="FormatException">The report cannot be rendered.</exception>
    public static string Markdown(HostFindings findings) => SteadyReport.Markdown(findings);

    private static Checked<PolicyUnderTest> Compose(AuthoredDocument document, FactCatalogue catalogue, IReadOnlyList<ParameterChoice> choices)
    {
        var composed = Composition.Compose([document], id => ShippedDocuments.Find(id, catalogue), choices);
        return new Checked<PolicyUnderTest>(composed.Value is { } run ? new PolicyUnderTest(run) : null, composed.Diagnostics);
    }
}
