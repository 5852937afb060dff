using System.Text;
using System.Text.Json;
using Policy.Authoring;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Xunit.Abstractions;

namespace Policy.Tests.Evaluation;

/// <summary>Policies whose verdicts another evaluator found, written from the language's page alone.</summary>
public class VectorsTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_vector_gives_the_verdicts_of_the_other_evaluator()
    {
        if (Specification.Folder("vectors") is not { } folder)
        {
            return;
        }

        var answers = Directory.EnumerateFiles(folder, "p*.yaml").Order(StringComparer.Ordinal).SelectMany(Compare).ToList();

        output.WriteLine($"{answers.Count} verdicts compared");
        Assert.NotEmpty(answers);
        Assert.Empty(answers.OfType<string>());
    }

    // One entry for every verdict: null where both agree.
    private static IEnumerable<string?> Compare(string file)
    {
        var run = Compile(file);
        var documents = File.ReadLines(Path.ChangeExtension(file, ".ndjson"));
        var expectations = File.ReadLines(Path.ChangeExtension(file, ".expected.ndjson"));
        return documents.Zip(expectations).SelectMany(line => Compare(run, line.First, line.Second).Select(found => found is null ? null : $"{Path.GetFileName(file)} {found}")).ToList();
    }

    private static PolicyRun Compile(string file)
    {
        var loaded = DocumentLoader.Load(file, File.ReadAllBytes(file), FactCatalogue.Empty);
        Assert.False(loaded.HasErrors, string.Join('\n', loaded.Diagnostics));
        var composed = Composition.Compose([loaded.Value!], _ => null, []);
        Assert.False(composed.HasErrors, string.Join('\n', composed.Diagnostics));
        return composed.Value!;
    }

    private static List<string?> Compare(PolicyRun run, string document, string expectation)
    {
        var facts = Assert.IsType<ReadFacts>(FactDocumentReader.Read(Encoding.UTF8.GetBytes(document), run.Slots)).Facts;
        using var expected = JsonDocument.Parse(expectation);
        var policy = Assert.Single(run.Judge(facts).Policies);
        var rules = expected.RootElement.GetProperty("rules");
        Assert.Equal(expected.RootElement.GetProperty("host").GetString(), facts.Origin.Host);
        Assert.Equal(expected.RootElement.GetProperty("policy").GetString(), policy.Verdict.Name());
        Assert.Equal(rules.EnumerateObject().Count(), policy.Findings.Count);
        return [.. policy.Findings.Select(finding => Difference(facts.Origin.Host, finding, rules.GetProperty(finding.Rule.Id).GetString()!))];
    }

    private static string? Difference(string host, Finding finding, string expected) =>
        finding.Verdict.Name() == expected ? null : $"{host} {finding.Rule.Id}: expected {expected}, found {finding.Verdict.Name()}";
}
