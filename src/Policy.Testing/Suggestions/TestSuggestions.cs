using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Testing.Coverage;
using Policy.Testing.Mutation;
using Policy.Testing.Suites;

namespace Policy.Testing.Suggestions;

/// <summary>Proposes hosts and cases with which tests see every outcome and notice every mutant that a host can show.</summary>
/// <remarks>The expectations are what the policy says today: whoever takes them over decides whether that is right.</remarks>
public sealed class TestSuggestions
{
    private readonly PolicyDocument policy;
    private readonly IReadOnlyList<BaseHost> bases;
    private readonly KillingHosts killing;
    private readonly HostSearch search;
    private readonly List<Suggestion> found = [];
    private static readonly Verdict[] Wanted = [Verdict.Pass, Verdict.Fail, Verdict.Unknown];

    private TestSuggestions(PolicyDocument policy, IReadOnlyList<BaseHost> bases) =>
        (this.policy, this.bases, killing, search) = (policy, bases, new KillingHosts(policy, bases), new HostSearch(bases, policy));

    /// <summary>What is missing in a suite whose expectations are met.</summary>
    public static Sequence<SuggestedHost> For(SuiteResult suite)
    {
        var suggestions = new TestSuggestions(suite.Suite.Policy, KillingHosts.BasesOf(suite));
        suggestions.Kill(MutationRun.Of(suite).Survivors);
        suggestions.Cover(CoverageResult.Of(suite.Suite, suite.Cases.Select(item => item.Case)));
        suggestions.Judge([.. suite.Cases.SelectMany(item => item.Expectations).Select(item => (item.Finding.Rule.Id, item.Finding.Verdict))]);
        return suggestions.Named(suite.Suite.Tests.Hosts.Select(host => host.Name.Name));
    }

    /// <summary>Everything for a policy that has no tests: beside a host on which as much as possible passes.</summary>
    public static Sequence<SuggestedHost> For(PolicyDocument policy)
    {
        var typical = TypicalHost.Of(policy);
        var suggestions = new TestSuggestions(policy, [typical.Base with { Name = TypicalHost.Name, Facts = typical.Facts }]);
        suggestions.found.Add(new Suggestion(typical, [.. policy.Rules.Select(rule => rule.Id)]));
        suggestions.Kill(new PolicyMutator(policy).All());
        suggestions.Cover(new CoverageResult(policy, new CoveragePoints(policy).All().Select(point => new SeenPoint(point, [])).ToSequence()));
        suggestions.Judge([]);
        return suggestions.Named([TypicalHost.BaseName], TypicalHost.Name);
    }

    private void Kill(IEnumerable<Mutant> mutants)
    {
        foreach (var mutant in mutants.Where(mutant => !IsNoticed(mutant)))
        {
            if (killing.Search(mutant) is { } host)
            {
                Add(host.Host, host.Rule);
            }
        }
    }

    private bool IsNoticed(Mutant mutant) => mutant.Concerned.Any(rule => found.Exists(host => host.Rules.Contains(rule.Id) && killing.Tells(mutant, rule, host.Found)));

    private void Cover(CoverageResult coverage)
    {
        var facts = new RuleFacts(policy);
        foreach (var (point, outcome) in coverage.Points.SelectMany(point => point.Missing.Select(outcome => (point.Point, outcome))))
        {
            var sight = new Sight(policy, point, outcome);
            if (!found.Exists(host => sight.Shows(host.Found.Base, host.Found.Facts)) && search.Find([.. facts.Of(point.Asked).Distinct()], sight.Shows) is { } host)
            {
                Add(host, (policy.Rules.FirstOrDefault(rule => rule.Id == point.Part) ?? policy.Rules[0]).Id);
            }
        }
    }

    // Every rule with every verdict that somebody must have expected.
    private void Judge(HashSet<(string Rule, Verdict Verdict)> known)
    {
        var facts = new RuleFacts(policy);
        foreach (var (rule, verdict) in policy.Rules.SelectMany(rule => Wanted.Select(verdict => (rule, verdict))).Where(pair => !known.Contains((pair.rule.Id, pair.verdict))))
        {
            var plans = new Dictionary<PolicyRun, PolicyPlan>();
            bool Is(BaseHost host, HostFacts changed) =>
                Assessment.VerdictsOf(plans.TryGetValue(host.Run, out var plan) ? plan : plans[host.Run] = RulePlan.Compile(policy, rule.Id, host.Run), changed)[0] == verdict;
            if (!found.Exists(host => host.Rules.Contains(rule.Id) && Is(host.Found.Base, host.Found.Facts)) && (Told(Is) ?? search.Find([.. facts.Of(rule)], Is)) is { } host)
            {
                Add(host, rule.Id);
            }
        }
    }

    private FoundHost? Told(Func<BaseHost, HostFacts, bool> shows) => found.Find(host => shows(host.Found.Base, host.Found.Facts))?.Found;

    private void Add(FoundHost host, string rule)
    {
        if (found.Find(known => known.Found == host) is { } known)
        {
            known.Rules.Add(rule);
        }
        else
        {
            found.Add(new Suggestion(host, [rule]));
        }
    }

    // A new host bears the name of the rule for which it was found first, and a number.
    private Sequence<SuggestedHost> Named(IEnumerable<string> taken, string? first = null)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        return found.Select((item, index) => SuggestedHost.Of(item.Found, index == 0 && first is not null ? first : Name(item, names), item.Rules)).ToSequence();
    }

    private static string Name(Suggestion item, HashSet<string> names)
    {
        var stem = item.Rules.First();
        for (var number = 1; ; number++)
        {
            if (names.Add($"{stem}-{number}"))
            {
                return $"{stem}-{number}";
            }
        }
    }

    /// <summary>A host with the rules of which something is expected.</summary>
    private sealed record Suggestion(FoundHost Found, SortedSet<string> Rules);
}
