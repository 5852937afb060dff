using System.Globalization;
using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>How many rules came to which verdict, and the score, which never says more than the verdict does.</summary>
internal static class Tally
{
    /// <summary>The counts of some rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="verdict">The verdict beside which the counts stand.</param>
    public static ScriptObject Of(IReadOnlyCollection<ShownRule> rules, string verdict)
    {
        var decided = rules.Count(rule => IsDecided(rule.First));
        var counts = new ScriptObject(StringComparer.Ordinal) { ["rules"] = rules.Count, ["decided"] = decided };
        foreach (var words in VerdictWords.WorstFirst)
        {
            counts[words.Name] = rules.Count(rule => rule.First.Verdict == words.Name);
        }

        var score = Score(rules, verdict);
        var text = string.Create(CultureInfo.InvariantCulture, $"{decided} of {rules.Count} decided");
        counts["score"] = score;
        counts["text"] = text;
        counts["score_text"] = score is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known} % · {text}") : text;
        return counts;
    }

    // Percent by weight, rounded down, and below 100 unless all is well.
    private static int? Score(IReadOnlyCollection<ShownRule> rules, string verdict)
    {
        var weight = rules.Where(rule => IsDecided(rule.First)).Sum(Weight);
        var passed = rules.Where(rule => rule.First.Verdict == Verdict.Pass.Name()).Sum(Weight);
        return weight == 0 ? null : Math.Min(passed * 100 / weight, verdict == Verdict.Pass.Name() ? 100 : 99);
    }

    private static int Weight(ShownRule rule) => rule.First.Severity.Weight();

    private static bool IsDecided(RuleEntry rule) => rule.Verdict != Verdict.Unknown.Name() && rule.Verdict != Verdict.NotApplicable.Name();
}
