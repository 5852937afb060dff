using Policy.Core.Diagnostics;
using Policy.Core.Findings;

namespace Policy.Core.Compliance;

/// <summary>Sorts changes into steps: those that a rule needs together, with those that only follow from them.</summary>
internal static class WaySteps
{
    /// <summary>The steps, the least effort first.</summary>
    /// <param name="findings">What was found about the host.</param>
    /// <param name="search">The search.</param>
    /// <param name="taken">The host with all changes.</param>
    /// <param name="repaired">The rules that pass on it.</param>
    /// <param name="alternatives">Other ways for the same rules.</param>
    public static Sequence<ComplianceStep> Of(HostFindings findings, WaySearch search, WayState taken, List<(int Policy, int Rule)> repaired, Func<IEnumerable<FactStep>, Sequence<Sequence<FactStep>>> alternatives)
    {
        var groups = Groups(search, taken, repaired);
        var roots = groups.ToDictionary(group => group, group => Root(findings, groups, group));
        return groups.Where(group => roots[group] == group).Select(group =>
        {
            var following = groups.Where(other => other != group && roots[other] == group).ToList();
            var rules = group.Rules.Order().Concat(following.SelectMany(other => other.Rules.Order()));
            return new ComplianceStep(group.Changes.Max(step => step.Effort), [.. group.Changes], rules.Select(place => Repaired(findings, place)).DistinctBy(rule => rule.Name).ToSequence(), alternatives(group.Changes))
            {
                Follows = following.SelectMany(other => other.Changes).ToSequence(),
            };
        }).OrderBy(step => step.Effort).ToSequence();
    }

    /// <summary>A failing rule with what its author advises.</summary>
    public static RepairedRule Repaired(HostFindings findings, (int Policy, int Rule) place)
    {
        var (policy, finding) = (findings.Policies[place.Policy], findings.Policies[place.Policy].Findings[place.Rule]);
        return new RepairedRule(policy.Policy.Id, finding.Rule, finding.Remedy);
    }

    private static List<Group> Groups(WaySearch search, WayState taken, List<(int Policy, int Rule)> repaired)
    {
        var groups = new List<Group>();
        foreach (var step in taken.Steps)
        {
            var without = search.With(taken.Steps.Where(other => other != step));
            var rules = repaired.Where(place => !WaySearch.IsRepaired(without, place)).ToHashSet();
            var same = groups.Where(group => group.Rules.Overlaps(rules)).ToList();
            groups.RemoveAll(same.Contains);
            groups.Add(new Group([.. same.SelectMany(group => group.Changes), step], [.. same.SelectMany(group => group.Rules), .. rules]));
        }

        return groups;
    }

    // A group whose every rule has a cause in another one follows that one; needs form no circle.
    private static Group Root(HostFindings findings, List<Group> groups, Group group)
    {
        var causes = group.Rules.Select(place => CauseOf(findings, groups, group, place)).ToList();
        return causes.Count == 0 || causes.Contains(null) ? group : Root(findings, groups, causes[0]!);
    }

    private static Group? CauseOf(HostFindings findings, List<Group> groups, Group group, (int Policy, int Rule) place)
    {
        var policy = findings.Policies[place.Policy].Findings;
        var causes = policy[place.Rule].BecauseOf.Select(id => (place.Policy, policy.Select((finding, index) => (finding, index)).First(item => item.finding.Rule.Id == id).index));
        return causes.Select(cause => groups.Find(other => other != group && other.Rules.Contains(cause))).FirstOrDefault(found => found is not null);
    }

    /// <summary>Changes with the rules that need them.</summary>
    private sealed record Group(List<FactStep> Changes, HashSet<(int Policy, int Rule)> Rules);
}
