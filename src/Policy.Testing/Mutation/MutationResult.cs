using Policy.Core.Diagnostics;
using Policy.Testing.Suites;

namespace Policy.Testing.Mutation;

/// <summary>What the tests of a policy noticed.</summary>
/// <param name="Suite">The tests and what they gave.</param>
/// <param name="Mutants">Every mutant, in the order of the text.</param>
public sealed record MutationResult(SuiteResult Suite, Sequence<TriedMutant> Mutants)
{
    /// <summary>How many were noticed.</summary>
    public int Killed => Mutants.Count(mutant => mutant.Fate == MutantFate.Killed);

    /// <summary>How many could be noticed: all but the equivalent ones.</summary>
    public int Counted => Mutants.Count(mutant => mutant.Fate != MutantFate.Equivalent);

    /// <summary>Those that nobody noticed.</summary>
    public IEnumerable<Mutant> Survivors => Mutants.Where(mutant => mutant.Fate == MutantFate.Survived).Select(mutant => mutant.Mutant);

    /// <summary>From 0 to 1, rounded down to thousandths; 1 where there is nothing to notice.</summary>
    public decimal Score => Counted == 0 ? 1 : decimal.Floor(Killed * 1000m / Counted) / 1000m;
}

/// <summary>A mutant and what became of it.</summary>
public sealed record TriedMutant(Mutant Mutant, MutantFate Fate);

/// <summary>What becomes of a mutant.</summary>
public enum MutantFate
{
    /// <summary>An expectation is missed.</summary>
    Killed,

    /// <summary>It is proven to have the same verdicts on every host.</summary>
    Equivalent,

    /// <summary>Every expectation is met, and nothing proves that no host tells it apart.</summary>
    Survived,
}
