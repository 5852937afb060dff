using System.Text.Json;
using Policy.Collection;
using Policy.Core.Evaluation;
using Policy.Testing;

namespace Policy.Tests.Evaluation;

/// <summary>Verdicts of an independent evaluator that was written from the specification alone.</summary>
public sealed class VectorTests
{
    [Fact]
    public void Every_verdict_is_that_of_the_independent_evaluator()
    {
        var folder = Environment.GetEnvironmentVariable("POLICY_SPEC") ?? Path.Join(Repository.Root, "../shared/spec");
        if (Captures.IsMissing(Path.Join(folder, "vectors")))
        {
            return;
        }

        var differences = Directory.EnumerateFiles(Path.Join(folder, "vectors"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(Differences).ToList();

        Assert.Empty(differences);
    }

    private static IEnumerable<string> Differences(string file)
    {
        var policy = PolicyUnderTest.Load(Path.GetFileName(file), File.ReadAllBytes(file), FactSources.Catalogue).Value!;
        var expected = File.ReadLines(Path.ChangeExtension(file, ".expected.ndjson"));
        foreach (var (facts, line) in File.ReadLines(Path.ChangeExtension(file, ".ndjson")).Zip(expected))
        {
            using var verdicts = JsonDocument.Parse(line);
            var findings = policy.Judge(System.Text.Encoding.UTF8.GetBytes(facts)).Policies[0];
            var found = findings.Findings.Select(finding => (finding.Rule.Id, finding.Verdict)).Prepend(("policy", findings.Verdict));
            foreach (var (id, verdict) in found)
            {
                var wanted = id == "policy" ? verdicts.RootElement.GetProperty("policy") : verdicts.RootElement.GetProperty("rules").GetProperty(id);
                if (wanted.GetString() != verdict.Name())
                {
                    yield return $"{Path.GetFileName(file)} {verdicts.RootElement.GetProperty("host")} {id}: expected {wanted}, found {verdict.Name()}";
                }
            }
        }
    }
}
