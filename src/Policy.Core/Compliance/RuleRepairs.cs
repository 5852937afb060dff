using Policy.Core.Candidates;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Core.Compliance;

/// <summary>The changes of facts that may let a failing rule pass, read off its explanation; whoever uses them judges the host again.</summary>
internal sealed class RuleRepairs(PolicyRun run)
{
    private const int MostWays = 24;
    private const int MostValues = 3;
    private readonly Dictionary<(int Policy, Condition Asked), PolicyPlan> plans = [];
    private readonly NearValues values = new(new FactCandidates(FactQuestions.Of(run.Plans.Select(plan => plan.Policy)), new ParameterChoices(run.Plans.Select(plan => plan.Settings.Parameters))));

    /// <summary>Sets of changes, each of which may do.</summary>
    /// <param name="place">The rule: the index of its policy, and its own.</param>
    /// <param name="state">The host as it is so far.</param>
    public IReadOnlyList<IReadOnlyList<FactStep>> Of((int Policy, int Rule) place, WayState state)
    {
        var finding = Find(place, state);
        var effort = finding.Remedy?.Effort;
        return Changes.For(finding.Explanation, Truth.True) is not { } change || finding.Verdict != Verdict.Fail ? []
            : [.. Answers(change).Take(MostWays).SelectMany(answers => Steps(place.Policy, answers, state, effort)).Take(MostWays)];
    }

    /// <summary>What the rule says about the host.</summary>
    public Finding Find((int Policy, int Rule) place, WayState state)
    {
        var policy = run.Plans[place.Policy].Policy;
        return Assessment.Judge(Plan(place.Policy, policy.Rules[place.Rule].Require, () => policy with { Rules = [policy.Rules[place.Rule]] }), state.Facts).Findings[0];
    }

    // The answers of which all must be otherwise, way by way.
    private static IEnumerable<Sequence<AnswerChange>> Answers(Change change) => change switch
    {
        AnswerChange answer => [[answer]],
        GroupChange group => Chosen(group.Number, group.Items),
        _ => [],
    };

    private static IEnumerable<Sequence<AnswerChange>> Chosen(int number, Sequence<Change> items)
    {
        if (number == 0)
        {
            return [[]];
        }

        return number > items.Count ? []
            : Answers(items[0]).Take(MostWays).SelectMany(first => Chosen(number - 1, items.Without(0)).Take(MostWays).Select(rest => first.Concat(rest).ToSequence()))
                .Concat(Chosen(number, items.Without(0)));
    }

    private IEnumerable<IReadOnlyList<FactStep>> Steps(int policy, Sequence<AnswerChange> answers, WayState state, RemedyEffort? effort)
    {
        IEnumerable<IReadOnlyList<FactStep>> ways = [[]];
        foreach (var answer in answers)
        {
            var choices = Steps(policy, answer, state, effort).ToList();
            ways = ways.SelectMany(way => choices.Select(IReadOnlyList<FactStep> (choice) => [.. way, choice]));
        }

        return ways.Take(MostWays);
    }

    // For each fact that the question is about, the nearest values that answer it as wanted.
    private IEnumerable<FactStep> Steps(int policy, AnswerChange answer, WayState state, RemedyEffort? effort)
    {
        if (answer.Test.Condition is not { } asked)
        {
            return [];
        }

        var document = run.Plans[policy].Policy;
        var plan = Plan(policy, asked, () => document with { Applies = null, Rules = [document.Rules[0] with { Applies = null, Require = asked, Recommend = null, Remedies = [] }] });
        var wanted = answer.Wanted == Truth.True ? Verdict.Pass : Verdict.Fail;
        return new RuleFacts(document).Of(asked).Distinct().SelectMany(fact => values.Of(fact, state.Facts, run.Slots)
            .Where(value => value is not Absent || !fact.Fact.IsNeverAbsent || fact.Key is not null)
            .Where(value => Assessment.VerdictsOf(plan, new HostChange(fact, value).Apply(state.Facts, run.Slots))[0] == wanted)
            .Take(MostValues)
            .Select(value => new FactStep(fact, state.Facts.Slots[run.Slots.SlotOf(fact)], value, effort ?? FactEffort.Of(fact))));
    }

    private PolicyPlan Plan(int policy, Condition asked, Func<PolicyDocument> part)
    {
        if (!plans.TryGetValue((policy, asked), out var plan))
        {
            plans.Add((policy, asked), plan = PolicyPlan.Compile(part(), run.Plans[policy].Settings, run.Slots));
        }

        return plan;
    }
}
