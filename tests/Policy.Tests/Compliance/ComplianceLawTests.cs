using CsCheck;
using Policy.Core.Candidates;
using Policy.Core.Compliance;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Tests.Evaluation;

namespace Policy.Tests.Compliance;

/// <summary>The shortest way to compliance leads there, on random hosts and by random policies.</summary>
public class ComplianceLawTests
{
    private const int MostChanges = 6;

    [Fact]
    public void Whoever_takes_every_step_is_compliant_and_whoever_leaves_one_out_is_not()
    {
        var (steps, beyond) = (0, 0);
        Gen.Select(LawConditions.Any.Array[1, 4], LawFacts.Any).Sample(
            (conditions, known) =>
            {
                var run = LawRun.Run(LawRun.Document(conditions));
                var host = LawRun.Host(run, known);
                var before = Verdicts(run, host);
                var way = WayFinder.Find(run, host, run.Judge(host));
                var changes = way.Steps.SelectMany(step => step.Changes.Concat(step.Follows)).Select(step => step.Change).ToList();
                var goals = way.Steps.SelectMany(step => step.Repairs).Select(rule => rule.Rule.Id).ToHashSet();
                steps += way.Steps.Count;
                beyond += way.Beyond.Count;

                var isWhole = goals.Count + way.Beyond.Count == before.Values.Count(verdict => verdict == Verdict.Fail);
                var isReached = IsReached(before, Verdicts(run, Changed(run, host, changes)), goals);
                var isSmallest = changes.Count > MostChanges || Subsets(changes).All(part => !IsReached(before, Verdicts(run, Changed(run, host, part)), goals));
                Assert.Equal((true, true, true), (isWhole, isReached, isSmallest));
                return true;
            },
            iter: Exam.Times(300),
            threads: 1);

        Assert.InRange(steps, 20, int.MaxValue);
        Assert.InRange(beyond, 0, steps);
    }

    [Fact]
    public void What_is_collected_next_decides_nearly_always_for_some_of_its_values()
    {
        var (said, decided) = (0, 0);
        Gen.Select(LawConditions.Any, LawFacts.Any).Sample(
            (condition, known) =>
            {
                var document = LawRun.Document([condition]);
                var run = LawRun.Run(document);
                var host = LawRun.Host(run, known);
                var missing = MissingFacts.Find(run, host, run.Judge(host)).Select(fact => fact.Fact).ToList();
                var candidates = new FactCandidates(FactQuestions.Of(document), ParameterChoices.None);
                said += missing.Count is 1 or 2 ? 1 : 0;
                decided += missing.Count is 1 or 2 && Learnt(run, [host], missing, candidates).Any(learnt => Verdicts(run, learnt)["r0"] != Verdict.Unknown) ? 1 : 0;

                return (missing.Count == 0 || Verdicts(run, host)["r0"] == Verdict.Unknown);
            },
            iter: Exam.Times(300),
            threads: 1);

        Assert.InRange(said, 20, int.MaxValue);
        Assert.InRange(decided, said * 4 / 5, said);
    }

    private static bool IsReached(Dictionary<string, Verdict> before, Dictionary<string, Verdict> after, HashSet<string> goals) =>
        goals.All(goal => after[goal] == Verdict.Pass) && before.All(rule => rule.Value == Verdict.Pass ? after[rule.Key] == Verdict.Pass : rule.Value == Verdict.Fail || after[rule.Key] != Verdict.Fail);

    private static Dictionary<string, Verdict> Verdicts(PolicyRun run, HostFacts host) =>
        run.Judge(host).Policies[0].Findings.ToDictionary(finding => finding.Rule.Id, finding => finding.Verdict, StringComparer.Ordinal);

    private static HostFacts Changed(PolicyRun run, HostFacts host, IEnumerable<HostChange> changes) => changes.Aggregate(host, (facts, change) => change.Apply(facts, run.Slots));

    // Every host on which the facts have one of their candidates.
    private static IEnumerable<HostFacts> Learnt(PolicyRun run, IEnumerable<HostFacts> hosts, IEnumerable<FactReference> facts, FactCandidates candidates) =>
        facts.Aggregate(hosts, (known, fact) => known.SelectMany(host => candidates.Of(fact, host, run.Slots).Select(value => new HostChange(fact, value).Apply(host, run.Slots))));

    private static IEnumerable<IEnumerable<HostChange>> Subsets(List<HostChange> changes) =>
        Enumerable.Range(0, (1 << changes.Count) - 1).Select(part => changes.Where((_, index) => (part & (1 << index)) != 0));
}
