using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Core.Compliance;

/// <summary>Finds the shortest way to compliance of a host: groups of rules that no fact connects are repaired each for itself.</summary>
public static class WayFinder
{
    private const int MostAlternatives = 2;

    /// <summary>The way; without steps where nothing fails.</summary>
    /// <param name="run">The policies.</param>
    /// <param name="facts">The host, over the slots of the run.</param>
    /// <param name="findings">What the run found: failures that are waived are left alone.</param>
    public static ComplianceWay Find(PolicyRun run, HostFacts facts, HostFindings findings)
    {
        var failing = findings.Policies.SelectMany((policy, number) => policy.Findings.Select((finding, rule) => (Place: (number, rule), finding.Verdict))).Where(item => item.Verdict == Verdict.Fail).Select(item => item.Place).ToList();
        var search = new WaySearch(run, facts);
        var groups = Groups(search, failing);
        var beyond = failing.Except(groups.SelectMany(group => group)).Select(place => Beyond(findings, place, BeyondReason.NoValue)).ToList();
        var taken = search.With([]);
        var repaired = new List<(int, int)>();
        var alternatives = new Dictionary<string, Sequence<Sequence<FactStep>>>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var ways = search.Solve(group, 1 + MostAlternatives);
            var next = ways.Select(way => search.With(way.Steps.Aggregate(taken, (state, step) => search.With(state.With(step))).Steps)).FirstOrDefault(state => search.IsReached(state, [.. repaired, .. group]));
            if (next is null)
            {
                beyond.AddRange(group.Select(place => Beyond(findings, place, BeyondReason.BreaksOthers)));
                continue;
            }

            (taken, repaired) = (next, [.. repaired, .. group]);
            alternatives[Key(ways[0].Steps)] = ways.Skip(1).Select(way => way.Steps).ToSequence();
        }

        return new ComplianceWay(WaySteps.Of(findings, search, search.Smallest(taken, repaired), repaired, steps => alternatives.GetValueOrDefault(Key(steps), [])), beyond.DistinctBy(item => item.Rule.Name).ToSequence());
    }

    // Rules that the same fact may repair belong together.
    private static List<List<(int Policy, int Rule)>> Groups(WaySearch search, IEnumerable<(int Policy, int Rule)> failing)
    {
        var groups = new List<(List<(int, int)> Rules, List<FactReference> Facts)>();
        foreach (var place in failing)
        {
            var facts = search.FactsOf(place).ToList();
            if (facts.Count == 0)
            {
                continue;
            }

            var same = groups.Where(group => group.Facts.Exists(fact => facts.Exists(other => HostChange.Concerns(fact, other)))).ToList();
            groups.RemoveAll(same.Contains);
            groups.Add(([.. same.SelectMany(group => group.Rules), place], [.. same.SelectMany(group => group.Facts), .. facts]));
        }

        return [.. groups.Select(group => group.Rules)];
    }

    private static string Key(IEnumerable<FactStep> steps) => string.Join('\n', steps.Select(step => step.Fact.Path).Order(StringComparer.Ordinal));

    private static BeyondRepair Beyond(HostFindings findings, (int Policy, int Rule) place, BeyondReason reason) => new(WaySteps.Repaired(findings, place), reason);
}
