using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>Puts waivers in force on what policies concluded about a host: LANGUAGE 1.2.</summary>
/// <param name="facts">The host.</param>
/// <param name="day">The day of the judgement in UTC; null if nobody knows it.</param>
internal sealed class Waiving(HostFacts facts, DateOnly? day)
{
    /// <summary>What became of each waiver.</summary>
    public Sequence<WaiverFinding> Find(IEnumerable<WaiverPlan> waivers, Sequence<PolicyFindings> policies)
    {
        var verdicts = policies
            .SelectMany(policy => policy.Findings.Select(finding => (Name: (policy.Policy.Id, finding.Rule.Id), finding.Verdict)))
            .ToLookup(item => item.Name, item => item.Verdict);
        return waivers.Select(plan => Find(plan, [.. verdicts[(plan.Waiver.Rule.Policy, plan.Waiver.Rule.Rule)]])).ToSequence();
    }

    /// <summary>The policies with what waivers in force accept; everything else stays as it is.</summary>
    public static Sequence<PolicyFindings> Accept(Sequence<PolicyFindings> policies, Sequence<WaiverFinding> waivers)
    {
        var accepted = waivers.Where(waiver => waiver.State == WaiverState.InForce).ToLookup(waiver => (waiver.Waiver.Rule.Policy, waiver.Waiver.Rule.Rule));
        return accepted.Count == 0 ? policies : policies.Select(policy =>
        {
            var findings = policy.Findings.Select(finding => Accept(finding, accepted[(policy.Policy.Id, finding.Rule.Id)].FirstOrDefault())).ToSequence();
            return policy with { Findings = findings, Verdict = Verdicts.Sum(findings.Select(finding => finding.Verdict)) };
        }).ToSequence();
    }

    private static Finding Accept(Finding finding, WaiverFinding? waiver) => waiver is not null && IsAcceptable(finding.Verdict)
        ? finding with { Verdict = Verdict.Waived, Acceptance = new Acceptance(waiver.Document, waiver.Waiver, finding.Verdict) }
        : finding;

    private static bool IsAcceptable(Verdict verdict) => verdict is Verdict.Fail or Verdict.Warn;

    private WaiverFinding Find(WaiverPlan plan, Verdict[] verdicts)
    {
        var waiver = plan.Waiver;
        var state = verdicts.Length == 0 ? WaiverState.Idle
            : !waiver.Hosts.Any(pattern => HostPattern.Fits(pattern, facts.Origin.Host)) ? WaiverState.OtherHost
            : waiver.Until < day ? WaiverState.Expired
            : day is null ? WaiverState.Undated
            : !verdicts.Any(IsAcceptable) ? WaiverState.Unused
            : WaiverState.InForce;
        return state == WaiverState.InForce && plan.While is { } condition
            ? Ask(plan, condition)
            : new WaiverFinding(plan.Document, waiver, state, null);
    }

    private WaiverFinding Ask(WaiverPlan plan, OperationList condition)
    {
        var scope = EvaluationScope.Of(facts, plan.SchemeSlot);
        var truths = Evaluator.Evaluate(condition, scope);
        var state = truths[^1] switch
        {
            Truth.True => WaiverState.InForce,
            Truth.False => WaiverState.ConditionFalse,
            _ => WaiverState.ConditionUnknown,
        };
        var explanation = state == WaiverState.InForce ? null
            : new Explainer([], new Dictionary<string, FactValue>()).Explain(plan.Waiver.While!, truths.Length - 1, new EvaluatedSteps(condition, truths, scope));
        return new WaiverFinding(plan.Document, plan.Waiver, state, explanation);
    }
}
