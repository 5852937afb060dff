using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>How many rules came to which verdict, and the score, which never says more than the verdict does.</summary>
internal static class Tally
{
    /// <summary>The counts of some rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="verdict">The verdict beside which the counts stand.</param>
    /// <param name="words">The language.</param>
    public static ScriptObject Of(IReadOnlyCollection<ShownRule> rules, string verdict, ReportWords words)
    {
        var decided = rules.Count(rule => IsDecided(rule.First));
        var counts = new ScriptObject(StringComparer.Ordinal) { ["rules"] = rules.Count, ["decided"] = decided };
        foreach (var item in VerdictWords.WorstFirst)
        {
            counts[item.Name] = rules.Count(rule => rule.First.Verdict == item.Name);
        }

        var score = Score(rules, verdict);
        var text = words.Say("decided", $"{decided}", $"{rules.Count}");
        counts["score"] = score;
        counts["text"] = text;
        counts["score_text"] = score is { } known ? words.Say("score", $"{known}", text) : text;
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
