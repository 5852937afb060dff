using Policy.Authoring.Explanations;
using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Cli.Explanations;

/// <summary>An operator or keyword: what it asks, of which types, and an example that was run.</summary>
internal static class WordPage
{
    private static readonly FactType[] Types =
    [
        new BooleanType(), new NumberType(), new NumberType(FactUnit.Size), new StringType(), new VersionType(VersionScheme.Dotted), new DateType(), new ListType(new StringType()),
    ];

    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, WordStory story)
    {
        sheet.Head(story.Word);
        sheet.Blank();
        if (FactOperators.Find(story.Word) is { } found)
        {
            Operator(sheet, found);
        }
        else
        {
            sheet.Paragraph(sheet.Say(story.Meaning));
        }

        sheet.Title("title.example");
        sheet.Verbatim($"require: {story.Condition}");
        sheet.Blank();
        Example(sheet, story.Condition, story.Holds);
        Example(sheet, story.Condition, story.Fails);
    }

    private static void Operator(Sheet sheet, FactOperator found)
    {
        var language = sheet.Language;
        var absent = found.IsNegative ? "absent.holds" : found.TakesAbsentAsEmpty ? "absent.empty" : "absent.fails";
        sheet.Paragraph(language.Say($"operator.{found.Name}", language.Say("name.fact"), language.Say("name.operand")));
        sheet.Title("title.fits");
        sheet.Entry(string.Join(language.Say("comma"), Types.Where(type => found.Fits(type)).Select(type => Core.Prose.FactTypeProse.Of(type, language))));
        sheet.Title("title.operand");
        sheet.Entry(language.Say($"operand.{found.Shape}"));
        sheet.Title("title.states");
        sheet.Entry(language.Say(absent));
        sheet.Entry(language.Say("unknown.stays"));
    }

    private static void Example(Sheet sheet, string condition, string facts) =>
        sheet.Entry(sheet.Language.Say("colon", sheet.Language.Say($"verdict.{Core.Evaluation.Verdicts.Name(ExampleRun.Judge(condition, facts))}"), facts), 1);
}
