using System.CommandLine;
using System.Text;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Core.Diagnostics;
using Policy.Reporting;
using Policy.Reporting.Templates;

namespace Policy.Cli.Commands;

/// <summary>The verb of the process in which a template of the user's own runs: results on standard input, the document on standard output.</summary>
internal static class TemplateSyntax
{
    private static readonly Argument<string> Template = new("TEMPLATE");

    /// <summary>The verb; it is not shown.</summary>
    public static Command Build()
    {
        var command = new Command(ForeignTemplate.Verb, "Render results on standard input with a template.") { Template, LanguageSyntax.Lang };
        command.Hidden = true;
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var name = parsed.GetValue(Template)!;
        var bytes = InputFile.Read(name);
        var source = TemplateSource.OfFile(new SourceText(name, Encoding.UTF8.GetString(bytes)));
        switch (Reports.Custom(InputFile.Read("-"), source, LanguageSyntax.Asked(parsed)))
        {
            case Rendered rendered:
                StandardOutput.Write(rendered.Utf8.Span);
                return ExitCode.Compliant;
            case NotRendered failed:
                DiagnosticPrinter.Print(Console.Error, failed.Diagnostics, new Dictionary<string, byte[]> { [name] = bytes });
                return ExitCode.BadData;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
