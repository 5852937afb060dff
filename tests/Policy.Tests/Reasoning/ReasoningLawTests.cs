using CsCheck;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Reasoning;
using Policy.Tests.Evaluation;

namespace Policy.Tests.Reasoning;

/// <summary>What the reasoner says of random conditions is true of random hosts.</summary>
public class ReasoningLawTests
{
    private static readonly SourceSpan Whole = new("law.yaml", 7, 1, 1);
    private static readonly long Samples = Exam.Times(3000);

    [Fact]
    public void No_host_meets_what_no_host_can_meet()
    {
        var said = 0;
        Gen.Select(LawConditions.Any, LawFacts.Any.Array[12]).Sample(
            (condition, hosts) =>
            {
                var isSaid = Says(condition, DiagnosticCodes.NeverHolds);
                said += isSaid ? 1 : 0;

                return !isSaid || hosts.All(facts => LawRun.Truths(facts, condition)[0] != Truth.True);
            },
            iter: Samples,
            threads: 1);

        Assert.True(said > 0);
    }

    [Fact]
    public void Every_host_meets_what_every_host_meets()
    {
        var said = 0;
        Gen.Select(LawConditions.Any, LawFacts.Any.Array[12]).Sample(
            (condition, hosts) =>
            {
                var isSaid = Says(condition, DiagnosticCodes.AlwaysHolds);
                said += isSaid ? 1 : 0;

                return !isSaid || hosts.All(facts => LawRun.Truths(facts, condition)[0] != Truth.False);
            },
            iter: Samples,
            threads: 1);

        Assert.True(said > 0);
    }

    [Fact]
    public void A_host_that_meets_a_rule_meets_the_rules_that_it_implies()
    {
        var said = 0;
        Gen.Select(LawConditions.Any, LawConditions.Any, LawFacts.Any.Array[12]).Sample(
            (first, second, hosts) =>
            {
                var weaker = new AnyCondition([first, second], Whole);
                var document = LawRun.Document([first, weaker]);
                var isSaid = PolicyReasoner.Check(document).Any(warning => warning.Code == DiagnosticCodes.ImpliedRule || warning.Code == DiagnosticCodes.SameCondition);
                said += isSaid ? 1 : 0;

                return !isSaid || hosts.All(facts => LawRun.Truths(facts, first)[0] != Truth.True || LawRun.Truths(facts, weaker)[0] != Truth.False);
            },
            iter: Samples / 3,
            threads: 1);

        Assert.True(said > 0);
    }

    // A double negation has the whole condition under a place of its own.
    private static bool Says(Condition condition, DiagnosticCode code)
    {
        var negation = new NotCondition(new NotCondition(condition, Whole), Whole);
        return PolicyReasoner.Check(LawRun.Document([negation])).Any(warning => warning.Code == code && warning.Span == Whole);
    }
}
