using System.Text;
using CsCheck;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Reporting.Results;
using Policy.Tests.Evaluation;

namespace Policy.Tests.Findings;

public class BaselineTests
{
    [Fact]
    public void A_run_holds_nothing_new_against_its_own_saved_results() =>
        Gen.Select(LawConditions.Any.Array[1, 4], LawFacts.Any).Sample(
            (conditions, facts) =>
            {
                var host = Judge(LawRun.Document(conditions), facts);

                var marked = Saved(host).Mark(host);

                Assert.Equal(host.Policies.Select(policy => policy.Verdict), marked.Policies.Select(policy => policy.Verdict));
                Assert.All(marked.Policies[0].Findings, finding => Assert.Equal(Baseline.Covers(finding.Verdict) ? FindingAge.Known : null, finding.Age));
                Assert.Empty(marked.Fixed);
            },
            iter: Exam.Times(500));

    [Fact]
    public void A_finding_is_known_exactly_where_the_same_facts_decide_the_same() =>
        Gen.Select(LawConditions.Any, LawFacts.Any, LawFacts.Any).Sample(
            (condition, before, after) =>
            {
                var document = LawRun.Document([condition]);
                var (old, now) = (Judge(document, before), Judge(document, after));

                var marked = Saved(old).Mark(now);

                var (was, found) = (old.Policies[0].Findings[0], marked.Policies[0].Findings[0]);
                Assert.Equal(found.Age == FindingAge.Known, Baseline.Covers(found.Verdict) && was.Verdict == found.Verdict && Fingerprint.Of(was) == Fingerprint.Of(found));
                Assert.Equal(marked.Fixed.Count == 1, Baseline.Covers(was.Verdict) && !Baseline.Covers(found.Verdict));
            },
            iter: Exam.Times(1000));

    [Theory]
    [InlineData("b", "b", true)]
    [InlineData("b", "c", false)]
    [InlineData("b", null, false)]
    public void The_fingerprint_is_that_of_the_facts_that_decided(string before, string? after, bool same)
    {
        Assert.Equal(same, Fingerprint.Of(Finding(before)) == Fingerprint.Of(Finding(after)));
    }

    [Theory]
    [InlineData("{", "p.json:1:2: POL5002: the results are not JSON")]
    [InlineData("{ \"format\": 1,\n  \"hosts\": [ oops ] }", "p.json:2:14: POL5002: the results are not JSON")]
    [InlineData("[]", "p.json:1:1: POL5002: the document is not results of format 1")]
    [InlineData("{ \"format\": 2, \"hosts\": [] }", "p.json:1:1: POL5002: the document is not results of format 1")]
    [InlineData("{ \"format\": 1, \"hosts\": [ { \"policies\": [ { \"rules\": [ { \"id\": \"a\", \"verdict\": \"bad\" } ] } ] } ] }", "p.json:1:1: POL5002: `hosts[0].policies[0].rules[0]` has no verdict, no id or no fingerprint")]
    [InlineData("{ \"format\": 1, \"hosts\": [ { \"policies\": [ { \"rules\": [ { \"id\": \"a\", \"verdict\": \"\\ud800\" } ] } ] } ] }", "p.json:1:1: POL5002: a string of the results is not Unicode text")]
    public void What_is_no_results_is_complained_about_with_its_place(string text, string complaint)
    {
        var read = BaselineReader.Read("p.json", Encoding.UTF8.GetBytes(text));

        Assert.Null(read.Value);
        Assert.Equal(complaint, Assert.Single(read.Diagnostics).ToString());
    }

    private static Finding Finding(string? rack) => Reporting.Made.Rule(
        "a", Verdict.Fail, RuleSeverity.Low, rack is null ? Reporting.Made.Missing("site.rack") : Reporting.Made.Seen("site.rack", rack));

    private static Baseline Saved(HostFindings host) =>
        BaselineReader.Read("p.json", ResultsWriter.Document(new RunResults("policy", null, [new JudgedHost(host)]))).Value!;

    private static HostFindings Judge(PolicyDocument document, LawFacts facts)
    {
        var run = new PolicyRun([new TailoredPolicy(document, PolicySettings.Default)], []);
        return run.Judge(new HostFacts(new FactOrigin("h", LawRun.CollectedAt, "law"), "sha256:0", [.. run.Slots.References.Select(facts.Observe)]));
    }
}
