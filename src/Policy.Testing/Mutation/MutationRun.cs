using System.Collections.Concurrent;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Reasoning;
using Policy.Core.Rules;
using Policy.Testing.Suites;

namespace Policy.Testing.Mutation;

/// <summary>Tries whether the tests of a policy would notice a mistake: every single change of the policy must miss an expectation.</summary>
/// <remarks>Cases whose expectations are not met prove nothing; so a suite is expected to be met.</remarks>
public sealed class MutationRun
{
    private readonly SuiteResult suite;
    private readonly Dictionary<string, Witness[]> witnesses;

    private MutationRun(SuiteResult suite)
    {
        this.suite = suite;
        witnesses = suite.Cases
            .SelectMany(item => item.Expectations.Select(expectation => new Witness(item, expectation)))
            .GroupBy(witness => witness.Expectation.Finding.Rule.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>What became of every mutant of the policy of a suite; the mutants are tried in parallel.</summary>
    public static MutationResult Of(SuiteResult suite)
    {
        var run = new MutationRun(suite);
        var mutants = new PolicyMutator(suite.Suite.Policy).All().ToList();
        var fates = new MutantFate[mutants.Count];
        Parallel.ForEach(Partitioner.Create(0, mutants.Count), range =>
        {
            for (var index = range.Item1; index < range.Item2; index++)
            {
                fates[index] = run.Try(mutants[index]);
            }
        });
        return new MutationResult(suite, mutants.Zip(fates, (mutant, fate) => new TriedMutant(mutant, fate)).ToSequence());
    }

    /// <summary>What became of one mutant.</summary>
    private MutantFate Try(Mutant mutant)
    {
        var plans = new Dictionary<(PolicyRun Run, string Rule), PolicyPlan>();
        foreach (var rule in mutant.Concerned)
        {
            foreach (var witness in witnesses.GetValueOrDefault(rule.Id, []))
            {
                if (!plans.TryGetValue((witness.Case.Case.Run, rule.Id), out var plan))
                {
                    plans.Add((witness.Case.Case.Run, rule.Id), plan = RulePlan.Compile(mutant.Policy, rule.Id, witness.Case.Case.Run));
                }

                if (witness.Notices(Assessment.VerdictsOf(plan, witness.Case.Case.Facts)[0]))
                {
                    return MutantFate.Killed;
                }
            }
        }

        return mutant.Concerned.All(rule => IsEquivalent(mutant, rule)) ? MutantFate.Equivalent : MutantFate.Survived;
    }

    private bool IsEquivalent(Mutant mutant, Rule rule) =>
        RuleEquivalence.IsProven(suite.Suite.Policy, rule, mutant.Policy, RulePlan.Of(mutant.Policy, rule.Id))
        && PartialHosts.Agree(suite, mutant, rule.Id);

    /// <summary>An expectation and the case in which it stands.</summary>
    private sealed record Witness(CaseResult Case, Expectation Expectation)
    {
        /// <summary>Whether another verdict of the rule would miss what is expected; a waiver in force hides the same as before.</summary>
        public bool Notices(Verdict verdict)
        {
            var isHidden = Expectation.Finding.Verdict == Verdict.Waived && verdict is (Verdict.Fail or Verdict.Warn);
            return (isHidden ? Verdict.Waived : verdict).Name() != Expectation.Written.Verdict;
        }
    }
}
