using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Prose;
using Policy.Core.Rules;

namespace Policy.Cli.Explanations;

/// <summary>A rule in generated prose: what it asks, of which facts, from which sources, with which privilege.</summary>
internal sealed class RulePage
{
    private readonly Sheet sheet;
    private readonly PolicyPlan plan;
    private readonly Rule rule;
    private readonly ConditionProse prose;

    private RulePage(Sheet sheet, PolicyPlan plan, Rule rule)
    {
        (this.sheet, this.plan, this.rule) = (sheet, plan, rule);
        prose = new ConditionProse(sheet.Language, plan.Policy, plan.Settings.Parameters);
    }

    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, PolicyPlan plan, Rule rule) => new RulePage(sheet, plan, rule).Write();

    /// <summary>The first two lines: the rule's name, severity and place, and its title.</summary>
    public static void Head(Sheet sheet, PolicyPlan plan, Rule rule)
    {
        sheet.Head($"{plan.Policy.Id}/{rule.Id}  {sheet.Language.Say($"severity.{rule.About.Severity.Name()}")}  {rule.About.Span}");
        sheet.Paragraph(sheet.Say(rule.About.Title));
    }

    private void Write()
    {
        Head(sheet, plan, rule);
        Condition("title.applies", plan.Policy.Applies, rule.Applies);
        Condition("title.require", rule.Require);
        Condition("title.recommend", rule.Recommend);
        sheet.Section("title.needs", string.Join(sheet.Language.Say("comma"), rule.Needs));
        Facts();
        sheet.Section("title.why", sheet.Say(rule.About.Why));
        Remedies();
        sheet.Section("title.references", string.Join(sheet.Language.Say("comma"), rule.About.References));
    }

    private void Condition(string title, params Condition?[] conditions)
    {
        var asked = conditions.OfType<Condition>().ToList();
        if (asked.Count > 0)
        {
            sheet.Title(title);
            asked.ForEach(condition => sheet.Outline(prose.Outline(condition)));
        }
    }

    private void Facts()
    {
        sheet.Title("title.facts");
        foreach (var fact in new RuleFacts(plan.Policy).Of(rule).DistinctBy(fact => fact.Path))
        {
            sheet.Entry(sheet.Language.Say("colon", fact.Path, FactTypeProse.Of(fact.Type, sheet.Language)), 0, "- ");
            sheet.Entry(SourceText.Line(fact, sheet.Language), 1);
        }
    }

    private void Remedies()
    {
        if (rule.Remedies.Count == 0)
        {
            return;
        }

        sheet.Title("title.fix");
        foreach (var remedy in rule.Remedies)
        {
            var effort = remedy.Effort is { } known ? $" [{sheet.Language.Say($"effort.{known.Name()}")}]" : string.Empty;
            var text = $"{sheet.Say(remedy.Text)}{effort}";
            sheet.Entry(remedy.When is { } when ? sheet.Language.Say("colon", sheet.Language.Say("fix.when", prose.Sentence(when)), text) : text, 0, "- ");
            foreach (var command in remedy.Run)
            {
                sheet.Entry(command, 1, "$ ");
            }
        }
    }
}
