using CsCheck;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Tests.Evaluation;

namespace Policy.Tests.Findings;

public class WaivingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Gen<Waiver> Waivers = Gen.Select(
        Gen.Int[0, 4],
        Gen.Int[-1, 1],
        LawValues.One<Sequence<string>>(["*"], ["h"], ["?"], ["other", "h*"], ["other"]),
        Gen.Frequency((1, Gen.Const<Condition?>((Condition?)null)), (2, LawConditions.Any.Select(Condition? (condition) => condition))),
        (rule, days, hosts, condition) => new Waiver(Name($"r{rule}"), new WaiverAbout("because", "somebody", null), Today.AddDays(days), hosts, condition));

    [Fact]
    public void A_waiver_changes_what_its_own_rule_says_and_nothing_else() =>
        Gen.Select(LawConditions.Any.Array[3, 4], Waivers.Array[0, 4], LawFacts.Any).Sample(
            (conditions, waivers, facts) =>
            {
                var document = Linked(LawRun.Document(conditions));
                var (before, after) = (Judge(document, [], facts), Judge(document, waivers, facts));

                var expected = before.Findings.Select(finding => Expected(finding, waivers, facts));

                Assert.Equal(expected, after.Findings);
                Assert.Equal(before.Score, after.Score);
                Assert.Equal(Verdicts.Sum(after.Findings.Select(finding => finding.Verdict)), after.Verdict);
            },
            iter: Exam.Times(1000));

    [Theory]
    [InlineData("2026-11-22", "2026-11-22T00:00:00Z", WaiverState.InForce)]
    [InlineData("2026-11-22", "2026-11-22T23:59:59.9999999Z", WaiverState.InForce)]
    [InlineData("2026-11-22", "2026-11-23T00:00:00Z", WaiverState.Expired)]
    [InlineData("2026-11-22", "2026-11-23T00:30:00+01:00", WaiverState.InForce)]
    [InlineData("2026-11-22", "2026-11-22T23:30:00-01:00", WaiverState.Expired)]
    [InlineData("2028-02-29", "2028-02-29T12:00:00Z", WaiverState.InForce)]
    [InlineData("2028-02-29", "2028-03-01T00:00:00Z", WaiverState.Expired)]
    [InlineData("2028-02-28", "2028-02-29T00:00:00Z", WaiverState.Expired)]
    [InlineData("2026-12-31", "2026-12-31T23:59:60Z", WaiverState.Expired)]
    [InlineData("9999-12-31", "9999-12-31T23:59:59Z", WaiverState.InForce)]
    public void The_last_day_counts_in_UTC(string until, string at, WaiverState state)
    {
        Assert.True(Instants.TryParse(at, out var moment));

        Assert.Equal(state, StateOf(Failing(), Made(until), moment, moment.AddYears(-3)));
        Assert.Equal(state, StateOf(Failing(), Made(until), null, moment));
    }

    [Fact]
    public void Where_nobody_says_which_day_it_is_nothing_is_waived()
    {
        Assert.Equal(WaiverState.Undated, StateOf(Failing(), Made("2026-11-22"), null, null));
    }

    [Fact]
    public void A_waiver_whose_condition_is_not_true_says_why()
    {
        var until = Made("2026-11-22");

        Assert.Equal(WaiverState.InForce, StateOf(Failing(), until with { While = Constant(Truth.True) }, LawRun.CollectedAt, null));
        Assert.Equal(WaiverState.ConditionFalse, StateOf(Failing(), until with { While = Constant(Truth.False) }, LawRun.CollectedAt, null));
        Assert.Equal(WaiverState.ConditionUnknown, StateOf(Failing(), until with { While = Constant(Truth.Unknown) }, LawRun.CollectedAt, null));
    }

    [Fact]
    public void A_waiver_of_another_rule_of_another_host_or_of_a_rule_that_is_met_accepts_nothing()
    {
        var waiver = Made("2026-11-22");
        var passing = LawRun.Document([Constant(Truth.True)]);

        Assert.Equal(WaiverState.Idle, StateOf(Failing(), waiver with { Rule = Name("r9") }, LawRun.CollectedAt, null));
        Assert.Equal(WaiverState.OtherHost, StateOf(Failing(), waiver with { Hosts = ["H"] }, LawRun.CollectedAt, null));
        Assert.Equal(WaiverState.Unused, StateOf(passing, waiver, LawRun.CollectedAt, null));
        Assert.Equal(WaiverState.Unused, StateOf(LawRun.Document([Constant(Truth.Unknown)]), waiver, LawRun.CollectedAt, null));
    }

    private static Waiver Made(string until) =>
        new(Name("r0"), new WaiverAbout("because", "somebody", "T-1"), DateOnly.ParseExact(until, "yyyy-MM-dd"), ["*"], null);

    private static PolicyDocument Failing() => LawRun.Document([Constant(Truth.False)]);

    private static ConstantCondition Constant(Truth truth) => new(truth, LawConditions.Span);

    private static RuleName Name(string rule) => new("law", rule, LawConditions.Span);

    // Every rule but the first recommends the one before it, and waits for it.
    private static PolicyDocument Linked(PolicyDocument document) => document with
    {
        Rules = [.. document.Rules.Select((rule, index) => index == 0 ? rule : rule with { Recommend = document.Rules[index - 1].Require, Needs = [$"r{index - 1}"] })],
    };

    private static PolicyFindings Judge(PolicyDocument document, IReadOnlyList<Waiver> waivers, LawFacts facts)
    {
        var run = RunOf(document, waivers);
        return run.Judge(new HostFacts(new FactOrigin("h", LawRun.CollectedAt, "law"), "sha256:0", [.. run.Slots.References.Select(facts.Observe)])).Policies[0];
    }

    private static Finding Expected(Finding finding, IReadOnlyList<Waiver> waivers, LawFacts facts)
    {
        var accepting = waivers.FirstOrDefault(waiver => waiver.Rule.Rule == finding.Rule.Id
            && waiver.Hosts is not ["other"]
            && waiver.Until >= Today
            && (waiver.While is null || LawRun.Truths(facts, waiver.While)[0] == Truth.True));
        return accepting is null || finding.Verdict is not (Verdict.Fail or Verdict.Warn)
            ? finding
            : finding with { Verdict = Verdict.Waived, Acceptance = new Acceptance(Document(waivers), accepting, finding.Verdict) };
    }

    private static WaiverState StateOf(PolicyDocument document, Waiver waiver, DateTimeOffset? at, DateTimeOffset? collectedAt)
    {
        var host = RunOf(document, [waiver]).Judge(new HostFacts(new FactOrigin("h", collectedAt, "law"), "sha256:0", []), at);
        var finding = Assert.Single(host.Waivers);
        Assert.Equal(finding.State == WaiverState.InForce, host.Policies[0].Findings[0].Verdict == Verdict.Waived);
        Assert.Equal(finding.State is WaiverState.ConditionFalse or WaiverState.ConditionUnknown, finding.While is not null);
        return finding.State;
    }

    private static PolicyRun RunOf(PolicyDocument document, IReadOnlyList<Waiver> waivers) =>
        new([new TailoredPolicy(document, PolicySettings.Default)], [], [Document(waivers)]);

    private static WaiverDocument Document(IReadOnlyList<Waiver> waivers) => new("w", [.. waivers], new DocumentOrigin("w.yaml", "sha256:0"));
}
