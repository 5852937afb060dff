using Policy.Core.Evaluation;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>What readers see for a verdict: never a colour alone.</summary>
/// <param name="Name">The verdict as results name it.</param>
/// <param name="Glyph">One character.</param>
/// <param name="OfRule">The word at a rule.</param>
/// <param name="OfShape">The word at a deployment shape or a policy.</param>
internal sealed record VerdictWords(string Name, string Glyph, string OfRule, string OfShape)
{
    private static readonly VerdictWords Undecided = new(Verdicts.Name(Verdict.Unknown), "?", "undecided", "undecided");

    /// <summary>All of them, the worst first.</summary>
    public static IReadOnlyList<VerdictWords> WorstFirst { get; } =
    [
        new(Verdicts.Name(Verdict.Fail), "✗", "fails", "blocked"),
        Undecided,
        new(Verdicts.Name(Verdict.NotApplicable), "–", "not applicable", "nothing decided"),
        new(Verdicts.Name(Verdict.Warn), "!", "warns", "ready with warnings"),
        new(Verdicts.Name(Verdict.Waived), "~", "waived", "ready"),
        new(Verdicts.Name(Verdict.Pass), "✓", "passes", "ready"),
    ];

    /// <summary>The words of a verdict; of a name that results do not have those of <c>unknown</c>.</summary>
    public static VerdictWords Of(string verdict) => WorstFirst.FirstOrDefault(words => words.Name == verdict) ?? Undecided;

    /// <summary>How bad a verdict is; 0 is the worst.</summary>
    public static int Rank(string verdict) => WorstFirst.TakeWhile(words => words != Of(verdict)).Count();

    /// <summary>Adds verdict, word and glyph to an object of the model.</summary>
    public static void Add(ScriptObject target, string verdict, bool isRule)
    {
        var words = Of(verdict);
        target["verdict"] = words.Name;
        target["glyph"] = words.Glyph;
        target["word"] = isRule ? words.OfRule : words.OfShape;
    }
}
