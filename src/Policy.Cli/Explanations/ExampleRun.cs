using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Policy.Authoring;
using Policy.Authoring.Explanations;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Reasoning;
using Policy.Core.Rules;
using Policy.Reporting;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;

namespace Policy.Cli.Explanations;

/// <summary>Runs the examples of explanations, so that what is shown is what the program does.</summary>
internal static partial class ExampleRun
{
    /// <summary>The name under which examples are read.</summary>
    public const string File = "example";

    /// <summary>The bytes of an example.</summary>
    public static byte[] Bytes(StoryDocument document) => document.Kind == StoryKind.Bytes
        ? Encoding.Latin1.GetBytes(Escape().Replace(document.Text, match => $"{(char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}"))
        : Encoding.UTF8.GetBytes(document.Text);

    /// <summary>What the program says about an example.</summary>
    public static Sequence<Diagnostic> Complaints(StoryDocument document) => document.Kind switch
    {
        StoryKind.Yaml or StoryKind.Bytes => Authored(Bytes(document)),
        StoryKind.Facts => FactDocumentReader.Read(Bytes(document), new FactSlots()) is UnreadableFacts facts
            ? [new Diagnostic(DiagnosticCodes.FactDocument, new SourceSpan(File, facts.Line, facts.Column, 1), facts.Message)]
            : [],
        StoryKind.Template => Of(Reports.Custom(new RunResults(Engine.Name, null, [new JudgedHost(NoFindings)]), File, document.Text, TemplateKind.Markdown)),
        StoryKind.Results => Of(Reports.Markdown(Bytes(document))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a condition says about the <c>facts</c> of a fact document that was collected on 22 November 2026.</summary>
    /// <exception cref="InvalidOperationException">The example is not sound; a test keeps that from happening.</exception>
    public static Verdict Judge(string condition, string facts)
    {
        var policy = $$"""
            policy: example
            version: 1.0.0
            title: An example
            facts: { site.installed: { type: date, describe: When the host was installed } }
            parameters: { least: { type: size, default: 4 GiB } }
            define: { known_system: { os.id: debian } }
            rules: [{ id: example, title: An example, severity: low, require: {{condition}} }]
            """;
        var loaded = DocumentLoader.Load(File, Encoding.UTF8.GetBytes(policy), FactSources.Catalogue);
        var document = loaded.Value ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
        var run = Composition.Compose([document], _ => null, []).Value!;
        var json = $$"""{ "format": 1, "host": "example", "collected_at": "2026-11-22T00:00:00Z", "facts": {{facts}} }""";
        return FactDocumentReader.Read(Encoding.UTF8.GetBytes(json), run.Slots) is ReadFacts read
            ? run.Judge(read.Facts).Policies[0].Findings[0].Verdict
            : throw new InvalidOperationException($"not a fact document: {facts}");
    }

    private static HostFindings NoFindings => new(new FactOrigin("web-07", null, Engine.Name), "sha256:0", [], []);

    private static Sequence<Diagnostic> Of(Rendering rendering) =>
        rendering is NotRendered failed ? failed.Diagnostics.Select(item => item with { Span = item.Span with { File = File } }).ToSequence() : [];

    private static Sequence<Diagnostic> Authored(byte[] bytes)
    {
        var loaded = DocumentLoader.Load(new DocumentText(File, bytes), FactSources.Catalogue, PolicyLibrary.Of(Shipped));
        return loaded.Value switch
        {
            PolicyDocument policy => [.. loaded.Diagnostics, .. Composed(policy), .. PolicyReasoner.Check(policy)],
            AuthoredDocument document => [.. loaded.Diagnostics, .. Composed(document)],
            _ => loaded.Diagnostics,
        };
    }

    private static Sequence<Diagnostic> Composed(AuthoredDocument document) => Composition.Compose([document], Shipped, []).Diagnostics;

    private static AuthoredDocument? Shipped(string id) => ShippedDocuments.Find(id, FactSources.Catalogue);

    [GeneratedRegex(@"\\x([0-9A-F]{2})")]
    private static partial Regex Escape();
}
