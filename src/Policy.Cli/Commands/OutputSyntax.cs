using System.CommandLine;
using Policy.Cli.Outputs;
using Policy.Reporting.Templates;

namespace Policy.Cli.Commands;

/// <summary>The options that say where results go.</summary>
internal static class OutputSyntax
{
    /// <summary>Files to write.</summary>
    public static readonly Option<string[]> Output = new("--output", "-o") { Description = "Write a report; the ending tells the form (.html .md .comment.md .json .ndjson .txt .sarif .junit.xml .tap .csv .prom)", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    /// <summary>What to write on standard output.</summary>
    public static readonly Option<string?> Format = new("--format", "-f") { Description = "Write this form on standard output instead of the summary", HelpName = "NAME" };

    /// <summary>A template of the user's own.</summary>
    public static readonly Option<string?> Template = new("--template") { Description = "Render reports of the template's kind with a template of your own", HelpName = "FILE" };

    static OutputSyntax() => Format.AcceptOnlyFromAmong([.. OutputFormat.Everything.Select(format => format.Name)]);

    /// <summary>What the command line says.</summary>
    /// <exception cref="CommandFailure">A file's ending names no form, or the language is not known (64).</exception>
    public static OutputChoice Of(ParseResult parsed)
    {
        var template = parsed.GetValue(Template);
        var format = OutputFormat.Everything.FirstOrDefault(format => format.Name == parsed.GetValue(Format));
        return new OutputChoice([.. (parsed.GetValue(Output) ?? []).Select(path => Target(path, template))], format, template, LanguageSyntax.Asked(parsed));
    }

    // A file of any other ending is what a template of one's own makes.
    private static OutputTarget Target(string path, string? template)
    {
        var format = path == "-" ? OutputFormat.Terminal : OutputFormat.OfFile(path);
        format ??= template is null ? null : ResultOutput.FormatOf(TemplateSource.KindOf(template));
        return format is not null ? new OutputTarget(path, format)
            : throw new CommandFailure(ExitCode.Usage, $"-o {path}: the ending names no form; known are {string.Join(" ", OutputFormat.Everything.SelectMany(known => known.Endings))}");
    }
}
