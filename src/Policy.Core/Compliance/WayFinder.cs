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
        var beyond = failing.Except(groups.SelectMany(group => group)).Select(place => Beyond(findings, place, "no value of the facts that it asks lets it pass")).ToList();
        var taken = search.With([]);
        var repaired = new List<(int, int)>();
        var alternatives = new Dictionary<string, Sequence<Sequence<FactStep>>>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var ways = search.Solve(group, 1 + MostAlternatives);
            var next = ways.Select(way => search.With(way.Steps.Aggregate(taken, (state, step) => search.With(state.With(step))).Steps)).FirstOrDefault(state => search.IsReached(state, [.. repaired, .. group]));
            if (next is null)
            {
                beyond.AddRange(group.Select(place => Beyond(findings, place, "every change that was tried lets another rule fail")));
                continue;
            }

            (taken, repaired) = (next, [.. repaired, .. group]);
            alternatives[Key(ways[0].Steps)] = ways.Skip(1).Select(way => way.Steps).ToSequence();
        }

        return new ComplianceWay(Steps(findings, search, taken, repaired, alternatives), beyond.DistinctBy(item => item.Rule.Name).ToSequence());
    }

    // Rules that the same fact may repair belong together.
    private static List<List<(int Policy, int Rule)>> Groups(WaySearch search, IEnumerable<(int Policy, int Rule)> failing)
    {
        var groups = new List<(List<(int, int)> Rules, HashSet<string> Facts)>();
        foreach (var place in failing)
        {
            var facts = search.FactsOf(place).Select(fact => $"{fact.Entry}").ToHashSet(StringComparer.Ordinal);
            if (facts.Count == 0)
            {
                continue;
            }

            var same = groups.Where(group => group.Facts.Overlaps(facts)).ToList();
            groups.RemoveAll(same.Contains);
            groups.Add(([.. same.SelectMany(group => group.Rules), place], [.. same.SelectMany(group => group.Facts), .. facts]));
        }

        return [.. groups.Select(group => group.Rules)];
    }

    // Changes that a rule needs together are one step.
    private static Sequence<ComplianceStep> Steps(HostFindings findings, WaySearch search, WayState taken, List<(int Policy, int Rule)> repaired, Dictionary<string, Sequence<Sequence<FactStep>>> alternatives)
    {
        var groups = new List<(List<FactStep> Changes, HashSet<(int, int)> Rules)>();
        foreach (var step in taken.Steps)
        {
            var without = search.With(taken.Steps.Where(other => other != step));
            var rules = repaired.Where(place => !WaySearch.IsRepaired(without, place)).ToHashSet();
            var same = groups.Where(group => group.Rules.Overlaps(rules)).ToList();
            groups.RemoveAll(same.Contains);
            groups.Add(([.. same.SelectMany(group => group.Changes), step], [.. same.SelectMany(group => group.Rules), .. rules]));
        }

        return groups.Select(group => new ComplianceStep(
                group.Changes.Max(step => step.Effort),
                [.. group.Changes],
                group.Rules.Order().Select(place => Repaired(findings, place)).DistinctBy(rule => rule.Name).ToSequence(),
                alternatives.GetValueOrDefault(Key(group.Changes), [])))
            .OrderBy(step => step.Effort).ToSequence();
    }

    private static string Key(IEnumerable<FactStep> steps) => string.Join('\n', steps.Select(step => step.Fact.Path).Order(StringComparer.Ordinal));

    private static RepairedRule Repaired(HostFindings findings, (int Policy, int Rule) place)
    {
        var (policy, finding) = (findings.Policies[place.Policy], findings.Policies[place.Policy].Findings[place.Rule]);
        return new RepairedRule(policy.Policy.Id, finding.Rule, finding.Remedy);
    }

    private static BeyondRepair Beyond(HostFindings findings, (int Policy, int Rule) place, string reason) => new(Repaired(findings, place), reason);
}
