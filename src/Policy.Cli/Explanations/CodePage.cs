using Policy.Authoring.Explanations;
using Policy.Cli.Terminal;
using Policy.Core.Diagnostics;

namespace Policy.Cli.Explanations;

/// <summary>The long story of a diagnostic code, in English as all diagnostics are.</summary>
internal static class CodePage
{
    /// <summary>Writes it: what it means, a wrong document with what the program says about it, and a right one.</summary>
    public static void Write(Sheet sheet, DiagnosticCode code)
    {
        sheet.Head($"{code.Id}  {(code.Severity == DiagnosticSeverity.Error ? "error" : "warning")}: {code.Title}");
        if (CodeStories.Find(code.Id) is not { } story)
        {
            return;
        }

        foreach (var paragraph in story.Paragraphs)
        {
            sheet.Blank();
            sheet.Paragraph(paragraph);
        }

        sheet.Blank();
        sheet.Paragraph("Wrong:");
        sheet.Blank();
        sheet.Verbatim(story.Wrong.Text);
        sheet.Blank();
        sheet.Verbatim(Printed(story.Wrong));
        sheet.Blank();
        sheet.Paragraph("Right:");
        sheet.Blank();
        sheet.Verbatim(story.Right.Text);
    }

    private static string Printed(StoryDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var texts = new Dictionary<string, byte[]> { [ExampleRun.File] = ExampleRun.Bytes(document) };
        DiagnosticPrinter.Print(writer, ExampleRun.Complaints(document), texts);
        return writer.ToString();
    }
}
