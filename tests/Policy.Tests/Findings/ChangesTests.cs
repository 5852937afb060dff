using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Tests.Policies;

namespace Policy.Tests.Findings;

/// <summary>What an explanation offers is tried: the facts are changed as it says, and the host is judged again.</summary>
public sealed class ChangesTests
{
    [Fact]
    public void Making_the_offered_change_makes_a_failing_or_unknown_rule_pass()
    {
        var tried = Try(Truth.True, finding => finding.Verdict is Verdict.Fail or Verdict.Unknown, verdict => verdict is Verdict.Pass or Verdict.Warn);

        Assert.Empty(tried.Wrong);
        Assert.True(tried.Right > 150, $"only {tried.Right} changes could be tried, {tried.Untried} not");
    }

    [Fact]
    public void Making_the_offered_change_makes_a_passing_rule_fail()
    {
        var tried = Try(Truth.False, finding => finding.Verdict == Verdict.Pass, verdict => verdict == Verdict.Fail);

        Assert.Empty(tried.Wrong);
        Assert.True(tried.Right > 150, $"only {tried.Right} changes could be tried, {tried.Untried} not");
    }

    [Fact]
    public void What_already_holds_needs_no_change()
    {
        var held = new Explanation(ExplanationKind.Constant, Truth.True, "pass", null, []);

        Assert.Null(Changes.For(held, Truth.True));
        Assert.IsType<NoChange>(Changes.For(held, Truth.False));
    }

    private static (int Right, int Untried, IReadOnlyList<string> Wrong) Try(Truth wanted, Func<Finding, bool> isAsked, Func<Verdict, bool> isReached)
    {
        var (right, untried, wrong) = (0, 0, new List<string>());
        foreach (var (name, facts) in RecordedHosts.Everything)
        {
            foreach (var finding in RecordedHosts.Run.Judge(facts).Policies.SelectMany(policy => policy.Findings.Select(finding => (policy.Policy.Id, Finding: finding))).Where(item => isAsked(item.Finding)))
            {
                var change = Changes.For(finding.Finding.Explanation, wanted);
                if (finding.Finding.Explanation.Condition != finding.Finding.Rule.Require || change is null || new ChangedFacts(RecordedHosts.Run, facts).Make(change) is not { } changed)
                {
                    untried++;
                    continue;
                }

                var verdict = RecordedHosts.Run.Judge(changed).Policies.Single(policy => policy.Policy.Id == finding.Id).Findings.Single(item => item.Rule.Id == finding.Finding.Rule.Id).Verdict;
                right += isReached(verdict) ? 1 : 0;
                if (!isReached(verdict))
                {
                    wrong.Add($"{name} {finding.Id}/{finding.Finding.Rule.Id}: {finding.Finding.Verdict} -> {verdict}");
                }
            }
        }

        return (right, untried, wrong);
    }
}
