using Policy.Cli.Terminal;
using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Prose;
using Policy.Reporting.Results;

namespace Policy.Cli.Explanations;

/// <summary>Why a rule has its verdict on a host, as a tree with values and sources, and what would change it.</summary>
internal static class VerdictPage
{
    /// <summary>Writes it.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="plan">The policy.</param>
    /// <param name="host">The host's name.</param>
    /// <param name="finding">What the rule concluded.</param>
    public static void Write(Sheet sheet, PolicyPlan plan, string host, Finding finding)
    {
        var prose = new ExplanationProse(sheet.Language, plan.Settings.Parameters);
        sheet.Title("title.verdict", host, sheet.Language.Say($"verdict.{finding.Verdict.Name()}"));
        foreach (var line in ExplanationText.Lines(finding.Explanation, plan.Settings.Parameters, sheet.Language))
        {
            sheet.Entry(line.Text, line.Depth, line.Mark, ColourOf(line.Answer));
        }

        var (title, wanted) = Goal(finding);
        if (Changes.For(finding.Explanation, wanted) is { } change)
        {
            sheet.Title(title);
            sheet.Outline(prose.Outline(change));
            Unknowns(sheet, change);
        }
    }

    private static (string Title, Truth Wanted) Goal(Finding finding) => finding.Verdict switch
    {
        Verdict.Pass => ("title.to_fail", Truth.False),
        Verdict.Warn => ("title.to_warn_no_more", Truth.True),
        Verdict.NotApplicable => ("title.to_apply", Truth.True),
        Verdict.Unknown when finding.Explanation.Condition != finding.Rule.Require => ("title.to_apply", Truth.True),
        _ => ("title.to_pass", Truth.True),
    };

    private static Colour ColourOf(Truth? answer) => answer switch
    {
        Truth.True => Colour.Green,
        Truth.False => Colour.Red,
        Truth.Unknown => Colour.Yellow,
        _ => Colour.Dim,
    };

    // What is unknown is found out from its sources.
    private static void Unknowns(Sheet sheet, Change change)
    {
        foreach (var fact in Answers(change).SelectMany(Subjects).DistinctBy(fact => fact.Path))
        {
            sheet.Entry(sheet.Language.Say("colon", fact.Path, SourceText.Line(fact, sheet.Language)), 0, "? ", Colour.Yellow);
        }
    }

    private static IEnumerable<AnswerChange> Answers(Change change) => change switch
    {
        AnswerChange answer => [answer],
        GroupChange group => group.Items.SelectMany(Answers),
        _ => [],
    };

    private static IEnumerable<FactReference> Subjects(AnswerChange change) => change.Test switch
    {
        { Fact.Observation: Unknown, Condition: TestCondition { Subject: FactSubject subject } } => [subject.Reference],
        { Fact.Observation: Unknown, Condition: SwitchCondition { Subject: FactSubject subject } } => [subject.Reference],
        _ => [],
    };
}
