using CsCheck;
using Policy.Core.Evaluation;
using Policy.Core.Reasoning;
using Policy.Testing.Mutation;
using Policy.Tests.Evaluation;

namespace Policy.Tests.Reasoning;

/// <summary>Mutants that are proven to be the same as their policy are never told apart by a host that is known.</summary>
public class EquivalenceLawTests
{
    [Fact]
    public void No_known_host_tells_what_is_proven_to_be_the_same()
    {
        var proven = 0;
        Gen.Select(LawConditions.Any, LawConditions.Any, LawFacts.Any.Array[12]).Sample(
            (applies, require, hosts) =>
            {
                var document = LawRun.Document([require]);
                var policy = document with { Rules = [document.Rules[0] with { Applies = applies }] };
                var same = new PolicyMutator(policy).All().Where(mutant => RuleEquivalence.IsProven(policy, policy.Rules[0], mutant.Policy, mutant.Policy.Rules[0])).ToList();
                proven += same.Count;

                return same.All(mutant => hosts.All(host => Agree(LawRun.Findings(policy, host)[0].Verdict, LawRun.Findings(mutant.Policy, host)[0].Verdict)));
            },
            iter: Exam.Times(150),
            threads: 1);

        Assert.True(proven > 0);
    }

    // A proof is about hosts of which all that matters is known: there both decide.
    private static bool Agree(Verdict one, Verdict other) => one == other || one == Verdict.Unknown || other == Verdict.Unknown;
}
