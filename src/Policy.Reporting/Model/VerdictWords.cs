using Policy.Core.Evaluation;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>What readers see for a verdict: never a colour alone.</summary>
/// <param name="Name">The verdict as results name it.</param>
/// <param name="Glyph">One character.</param>
internal sealed record VerdictWords(string Name, string Glyph)
{
    private static readonly VerdictWords Undecided = new(Verdicts.Name(Verdict.Unknown), "?");

    /// <summary>All of them, the worst first.</summary>
    public static IReadOnlyList<VerdictWords> WorstFirst { get; } =
    [
        new(Verdicts.Name(Verdict.Fail), "✗"),
        Undecided,
        new(Verdicts.Name(Verdict.NotApplicable), "–"),
        new(Verdicts.Name(Verdict.Warn), "!"),
        new(Verdicts.Name(Verdict.Waived), "○"),
        new(Verdicts.Name(Verdict.Pass), "✓"),
    ];

    /// <summary>The words of a verdict; of a name that results do not have those of <c>unknown</c>.</summary>
    public static VerdictWords Of(string verdict) => WorstFirst.FirstOrDefault(words => words.Name == verdict) ?? Undecided;

    /// <summary>How bad a verdict is; 0 is the worst.</summary>
    public static int Rank(string verdict) => WorstFirst.TakeWhile(words => words != Of(verdict)).Count();

    /// <summary>The word at a rule.</summary>
    public string OfRule(ReportWords words) => words.Say($"rule.{Name}");

    /// <summary>The word at a deployment shape or a policy.</summary>
    public string OfShape(ReportWords words) => words.Say($"shape.{Name}");

    /// <summary>Adds verdict, glyph and the word at a rule to an object of the model.</summary>
    public static ScriptObject AddOfRule(ScriptObject target, string verdict, ReportWords words) => Add(target, Of(verdict), Of(verdict).OfRule(words));

    /// <summary>Adds verdict, glyph and the word at a shape to an object of the model.</summary>
    public static ScriptObject AddOfShape(ScriptObject target, string verdict, ReportWords words) => Add(target, Of(verdict), Of(verdict).OfShape(words));

    private static ScriptObject Add(ScriptObject target, VerdictWords verdict, string word)
    {
        target["verdict"] = verdict.Name;
        target["glyph"] = verdict.Glyph;
        target["word"] = word;
        return target;
    }
}
