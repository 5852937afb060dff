using System.Collections.Immutable;
using System.CommandLine;
using Policy.Cli.Outputs;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy diff</c>.</summary>
internal static class DiffSyntax
{
    private static readonly ImmutableArray<OutputFormat> Formats = [OutputFormat.Terminal, OutputFormat.Html, OutputFormat.Markdown, OutputFormat.Json];

    private static readonly Argument<string> Old = new("OLD") { Description = "Results, a fact document or a policy" };

    private static readonly Argument<string> Recent = new("NEW") { Description = "The same kind of document, newer" };

    private static readonly Option<string[]> Output = new("--output", "-o") { Description = "Write the changes; the ending tells the form (.html .md .json .txt)", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Format = new("--format", "-f") { Description = "Write this form on standard output", HelpName = "NAME" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        Format.AcceptOnlyFromAmong([.. Formats.Select(format => format.Name)]);
        var command = new Command("diff", """
            Tell what changed between two results, fact documents or policies.

            Examples:
              policy diff monday.json tuesday.json -o changes.html   what broke, what was repaired, and which fact flipped
              policy diff old.yaml new.yaml                          which rules ask for something else

            Exit codes: 0 nothing is worse, 1 a rule broke, 2 a rule is newly undecided, 64 usage, 65 bad data, 66 no input
            """)
        {
            Old, Recent, Output, Format, LanguageSyntax.Lang,
        };
        command.SetAction(parsed => DiffCommand.Run(parsed.GetValue(Old)!, parsed.GetValue(Recent)!, Choice(parsed)));
        return command;
    }

    private static OutputChoice Choice(ParseResult parsed) => new(
        [.. (parsed.GetValue(Output) ?? []).Select(Target)],
        Formats.FirstOrDefault(format => format.Name == parsed.GetValue(Format)),
        null,
        LanguageSyntax.Asked(parsed));

    private static OutputTarget Target(string path) => OutputFormat.OfFile(path) is { } format && Formats.Contains(format) ? new OutputTarget(path, format)
        : throw new CommandFailure(ExitCode.Usage, $"-o {path}: the ending names no form; known are {string.Join(" ", Formats.SelectMany(known => known.Endings))}");
}
