using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>What one policy concluded about one host.</summary>
/// <param name="Policy">The policy as it was applied.</param>
/// <param name="Profile">The profile that tailored it; null if it stands for itself.</param>
/// <param name="Verdict">The conclusion.</param>
/// <param name="Score">How much of what could be decided passes.</param>
/// <param name="Findings">One for each rule, in the order of the policy.</param>
public sealed record PolicyFindings(PolicyDocument Policy, string? Profile, Verdict Verdict, Score Score, Sequence<Finding> Findings)
{
    /// <summary>The value of every parameter, in the order of the policy.</summary>
    public Sequence<ChosenValue> Parameters { get; init; } = [];
}

/// <summary>The value of a parameter in a run.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The value: chosen by the user or a profile, else the default.</param>
public sealed record ChosenValue(Parameter Parameter, FactValue Value);

/// <summary>Weights of rules: passed out of decided.</summary>
/// <param name="Passed">The weight of the rules that pass.</param>
/// <param name="Decided">The weight of the rules that pass, warn, fail or are waived.</param>
/// <param name="PassedRules">How many pass.</param>
/// <param name="DecidedRules">How many are decided.</param>
/// <param name="Rules">How many there are.</param>
public sealed record Score(int Passed, int Decided, int PassedRules, int DecidedRules, int Rules)
{
    /// <summary>From 0 to 1, rounded down to hundredths; null where nothing that weighs is decided.</summary>
    public decimal? Value => Decided == 0 ? null : decimal.Floor(Passed * 100m / Decided) / 100m;

    /// <summary>The score of some findings.</summary>
    public static Score Of(IReadOnlyCollection<Finding> findings)
    {
        var decided = findings.Where(finding => finding.Verdict.IsDecided()).ToList();
        var passed = decided.Where(finding => finding.Verdict == Verdict.Pass).ToList();
        return new Score(Weight(passed), Weight(decided), passed.Count, decided.Count, findings.Count);
    }

    private static int Weight(IEnumerable<Finding> findings) => findings.Sum(finding => finding.Rule.About.Severity.Weight());
}
