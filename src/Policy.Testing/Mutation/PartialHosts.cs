using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Testing.Suites;

namespace Policy.Testing.Mutation;

/// <summary>Tries hosts about which not everything is known, of which a proof over known hosts says nothing.</summary>
internal static class PartialHosts
{
    /// <summary>Whether a mutant and its policy agree on the hosts of a suite, with each fact of the rule in turn unknown.</summary>
    public static bool Agree(SuiteResult suite, Mutant mutant, string rule)
    {
        var number = suite.Suite.Policy.Rules.Select((item, index) => (item.Id, Index: index)).First(item => item.Id == rule).Index;
        foreach (var item in suite.Cases.Select(result => result.Case))
        {
            var plan = RulePlan.Compile(mutant.Policy, rule, item.Run);
            if (Variants(item).Any(facts => Assessment.VerdictsOf(plan, facts)[0] != Assessment.VerdictsOf(item.Run.Plans[0], facts)[number]))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<HostFacts> Variants(SuiteCase item) => item.Run.Slots.References
        .Select(fact => new HostChange(fact, new Unknown(UnknownCause.NotCollected)).Apply(item.Facts, item.Run.Slots))
        .Prepend(item.Facts);
}
