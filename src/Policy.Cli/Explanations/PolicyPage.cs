using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Prose;

namespace Policy.Cli.Explanations;

/// <summary>A policy as a whole: where it applies, what may be chosen, and every rule with what it asks.</summary>
internal static class PolicyPage
{
    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, PolicyPlan plan)
    {
        var policy = plan.Policy;
        sheet.Head($"{policy.Id} {policy.About.Version}  {policy.About.Origin.File}");
        sheet.Paragraph(sheet.Say(policy.About.Title));
        if (sheet.Say(policy.About.Summary) is { Length: > 0 } summary)
        {
            sheet.Blank();
            sheet.Paragraph(summary);
        }

        Parameters(sheet, plan);
        if (policy.Applies is { } applies)
        {
            sheet.Title("title.applies");
            sheet.Outline(Prose(sheet, plan).Outline(applies));
        }

        sheet.Title("title.rules");
        foreach (var rule in policy.Rules)
        {
            sheet.Entry($"{rule.Id}  {sheet.Language.Say($"severity.{Core.Rules.RuleSeverities.Name(rule.About.Severity)}")}  {sheet.Say(rule.About.Title)}", 0, "- ");
            sheet.Entry(Prose(sheet, plan).Sentence(rule.Require), 1);
        }
    }

    private static void Parameters(Sheet sheet, PolicyPlan plan)
    {
        if (plan.Policy.Parameters.Count == 0)
        {
            return;
        }

        sheet.Title("title.parameters");
        foreach (var parameter in plan.Policy.Parameters)
        {
            var value = plan.Settings.Parameters.TryGetValue(parameter.Name, out var chosen) ? FactText.Of(chosen, parameter.Type) : FactTypeProse.Of(parameter.Type, sheet.Language);
            sheet.Entry($"{sheet.Language.Say("colon", parameter.Name, value)}  {sheet.Say(parameter.Describe)}", 0, "- ");
        }
    }

    private static ConditionProse Prose(Sheet sheet, PolicyPlan plan) => new(sheet.Language, plan.Policy, plan.Settings.Parameters);
}
