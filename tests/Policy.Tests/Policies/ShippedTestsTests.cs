using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Testing;
using Policy.Testing.Coverage;
using Policy.Testing.Mutation;
using Policy.Testing.Suites;
using Policy.Tests.Snapshots;

namespace Policy.Tests.Policies;

/// <summary>The tests of the shipped policies: what they promise to authors holds for ourselves.</summary>
public sealed class ShippedTestsTests
{
    private static readonly Dictionary<string, SuiteResult> Suites =
        PolicyFolder.Load(Path.Join(Repository.Root, "policies"), FactSources.Catalogue, Collect).RunAll().ToDictionary(suite => suite.Suite.Policy.Id, StringComparer.Ordinal);

    public static TheoryData<string> Policies => [.. ShippedDocuments.Files.Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => ShippedDocuments.Find(name, FactSources.Catalogue) is PolicyDocument)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_expectation_is_met(string policy) =>
        Assert.Empty(Suites[policy].Cases.SelectMany(item => item.Expectations.Where(expectation => !expectation.IsMet).SelectMany(expectation => FailureText.Lines(item, expectation))));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_rule_is_seen_to_pass_to_fail_and_to_be_unknown(string policy)
    {
        var expected = Suites[policy].Cases.SelectMany(item => item.Expectations).ToLookup(item => item.Finding.Rule.Id, item => item.Finding.Verdict, StringComparer.Ordinal);

        var missing = Suites[policy].Suite.Policy.Rules.SelectMany(rule => new[] { Verdict.Pass, Verdict.Fail, Verdict.Unknown }.Except(expected[rule.Id]).Select(verdict => $"{rule.Id} {verdict}"));
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_outcome_of_every_node_is_seen(string policy)
    {
        var coverage = CoverageResult.Of(Suites[policy].Suite, Suites[policy].Cases.Select(item => item.Case));

        Assert.Empty(coverage.Points.Where(point => point.Missing.Any()).Select(point => $"line {point.Point.Span.Line}: never {string.Join(", ", point.Missing)}"));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_mutant_is_noticed(string policy)
    {
        var result = MutationRun.Of(Suites[policy]);

        Assert.NotEmpty(result.Mutants);
        Assert.Empty(result.Survivors.Select(mutant => $"line {mutant.Note.Span.Line}: {mutant.Note.What}"));
    }

    [Fact]
    public void Verdicts_of_the_recorded_hosts()
    {
        var verdicts = RecordedHosts.Everything.SelectMany(host => RecordedHosts.Run.Judge(host.Facts).Policies.SelectMany(policy => Lines(policy)).Prepend(host.Name));

        Snapshot.Verify(string.Join('\n', verdicts), "txt");
    }

    // The policy with its verdict; below it the rules of each verdict but `pass`.
    private static IEnumerable<string> Lines(PolicyFindings policy) => policy.Findings.Where(finding => finding.Verdict != Verdict.Pass)
        .GroupBy(finding => finding.Verdict, (verdict, findings) => $"    {verdict.Name()}: {string.Join(' ', findings.Select(finding => finding.Rule.Id))}")
        .Order(StringComparer.Ordinal)
        .Prepend($"  {policy.Policy.Id} {policy.Verdict.Name()}");

    private static FactFixture Collect(string root, IReadOnlyList<FactReference> wanted) => new(FactDocumentWriter.Write(
        new FactOrigin(Path.GetFileName(root), null, "tests"),
        Collector.Collect(new Host(HostRoot.OfFolder(root), new HostOptions()), Demand.Of(wanted), FactSources.Everything)));
}
