using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>Judges hosts by compiled policies: LANGUAGE 7.</summary>
public static class Assessment
{
    /// <summary>What a policy concludes about a host.</summary>
    public static PolicyFindings Judge(PolicyPlan plan, HostFacts facts)
    {
        var scope = EvaluationScope.Of(facts, plan.Roots.SchemeSlot);
        var run = new EvaluatedSteps(plan.Operations, Evaluator.Evaluate(plan.Operations, scope), scope);
        var verdicts = plan.Roots.Rules.Select(roots => VerdictOf(plan.Roots, roots, run.Truths)).ToArray();
        var byId = plan.Policy.Rules.Zip(verdicts).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
        var findings = plan.Policy.Rules.Select((rule, index) => Find(plan, rule, index, new RuleRun(run, verdicts[index], byId))).ToSequence();
        return new PolicyFindings(plan.Policy, plan.Settings.Profile, Verdicts.Sum(verdicts), Score.Of(findings), findings)
        {
            Parameters = plan.Policy.Parameters.Select(parameter => new ChosenValue(parameter, plan.Settings.Parameters[parameter.Name])).ToSequence(),
        };
    }

    /// <summary>What the rules of a policy conclude about a host, without evidence, in their order.</summary>
    public static IReadOnlyList<Verdict> VerdictsOf(PolicyPlan plan, HostFacts facts)
    {
        var truths = Evaluator.Evaluate(plan.Operations, EvaluationScope.Of(facts, plan.Roots.SchemeSlot));
        return [.. plan.Roots.Rules.Select(roots => VerdictOf(plan.Roots, roots, truths))];
    }

    private static Verdict VerdictOf(PlanRoots policy, RuleRoots rule, Truth[] truths)
    {
        var applies = At(policy.Applies, truths).And(At(rule.Applies, truths));
        return applies switch
        {
            Truth.False => Verdict.NotApplicable,
            Truth.Unknown => Verdict.Unknown,
            _ => truths[rule.Require] switch
            {
                Truth.False => Verdict.Fail,
                Truth.Unknown => Verdict.Unknown,
                _ => rule.Recommend is { } recommend && truths[recommend] == Truth.False ? Verdict.Warn : Verdict.Pass,
            },
        };
    }

    private static Truth At(int? step, Truth[] truths) => step is { } index ? truths[index] : Truth.True;

    private static Finding Find(PolicyPlan plan, Rule rule, int index, RuleRun run)
    {
        var roots = plan.Roots.Rules[index];
        var explainer = new Explainer(plan.Policy.Definitions, plan.Settings.Parameters);
        var (condition, step) = Deciding(plan, rule, roots, run);
        var explanation = explainer.Explain(condition, step, run.Steps);
        var causes = run.Verdict is Verdict.Fail or Verdict.Unknown or Verdict.Warn
            ? rule.Needs.Where(need => run.Verdicts.TryGetValue(need, out var verdict) && verdict is Verdict.Fail or Verdict.Unknown or Verdict.Waived).ToSequence()
            : [];
        return new Finding(rule, run.Verdict, explanation, EvidenceOf(explanation), causes, RemedyOf(rule, roots, run));
    }

    private static (Condition Condition, int Step) Deciding(PolicyPlan plan, Rule rule, RuleRoots roots, RuleRun run)
    {
        var truths = run.Steps.Truths;
        if (roots.Applies is { } applies && truths[applies] != Truth.True)
        {
            return (rule.Applies!, applies);
        }

        if (plan.Roots.Applies is { } policy && truths[policy] != Truth.True)
        {
            return (plan.Policy.Applies!, policy);
        }

        return run.Verdict == Verdict.Warn ? (rule.Recommend!, roots.Recommend!.Value) : (rule.Require, roots.Require);
    }

    private static Remedy? RemedyOf(Rule rule, RuleRoots roots, RuleRun run) => run.Verdict is Verdict.Fail or Verdict.Warn
        ? rule.Remedies.Zip(roots.Remedies).FirstOrDefault(pair => At(pair.Second, run.Steps.Truths) != Truth.False).First
        : null;

    private static Sequence<Evidence> EvidenceOf(Explanation explanation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Facts(explanation).Where(fact => !fact.Path.StartsWith('.') && seen.Add(fact.Path)).ToSequence();
    }

    private static IEnumerable<Evidence> Facts(Explanation node)
    {
        var below = node.Items.Where(item => item.Kind != ExplanationKind.Element).SelectMany(Facts);
        return node.Fact is { } fact ? below.Prepend(fact) : below;
    }

    private sealed record RuleRun(EvaluatedSteps Steps, Verdict Verdict, IReadOnlyDictionary<string, Verdict> Verdicts);
}
