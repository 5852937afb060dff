using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Testing.Mutation;
using Policy.Testing.Suites;

namespace Policy.Testing.Suggestions;

/// <summary>Looks for hosts on which a mutant has another verdict than its policy: with a case for one, the tests notice the mutant.</summary>
public sealed class KillingHosts
{
    private readonly PolicyDocument policy;
    private readonly HostSearch search;
    private readonly RuleFacts facts;

    /// <summary>Looks among the hosts of a suite and changes of them.</summary>
    public KillingHosts(SuiteResult suite)
        : this(suite.Suite.Policy, BasesOf(suite))
    {
    }

    internal KillingHosts(PolicyDocument policy, IReadOnlyList<BaseHost> bases) =>
        (this.policy, search, facts) = (policy, new HostSearch(bases, policy), new RuleFacts(policy));

    /// <summary>The hosts of a suite, each once for every choice of parameters.</summary>
    internal static IReadOnlyList<BaseHost> BasesOf(SuiteResult suite) =>
        [.. suite.Cases.Select(item => new BaseHost(item.Case.Written.Host, item.Case.Written, item.Case.Run, item.Case.Facts)).DistinctBy(host => (host.Name, host.Run))];

    /// <summary>A host that would make the tests notice a mutant, with the verdicts of the policy as it is; null if none was found.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="name">A name that no host of the tests has.</param>
    public SuggestedHost? Find(Mutant mutant, string name) => Search(mutant) is { } found ? SuggestedHost.Of(found.Host, name, [found.Rule]) : null;

    /// <summary>The host and the rule that has another verdict.</summary>
    internal (FoundHost Host, string Rule)? Search(Mutant mutant)
    {
        foreach (var rule in mutant.Concerned)
        {
            var plans = new Dictionary<PolicyRun, (PolicyPlan, PolicyPlan)>();
            var found = search.Find([.. facts.Of(rule)], (host, changed) => Differs(plans.TryGetValue(host.Run, out var pair) ? pair : plans[host.Run] = Both(mutant, rule, host.Run), changed));
            if (found is not null)
            {
                return (found, rule.Id);
            }
        }

        return null;
    }

    /// <summary>Whether a rule of a mutant has another verdict on a host.</summary>
    internal bool Tells(Mutant mutant, Rule rule, FoundHost host) => Differs(Both(mutant, rule, host.Base.Run), host.Facts);

    // The rule of the mutant and the rule as it is, each alone in a plan.
    private (PolicyPlan, PolicyPlan) Both(Mutant mutant, Rule rule, PolicyRun run) =>
        (RulePlan.Compile(mutant.Policy, rule.Id, run), RulePlan.Compile(policy, rule.Id, run));

    private static bool Differs((PolicyPlan One, PolicyPlan Other) plans, HostFacts facts) =>
        Assessment.VerdictsOf(plans.One, facts)[0] != Assessment.VerdictsOf(plans.Other, facts)[0];
}
