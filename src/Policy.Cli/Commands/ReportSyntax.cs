using System.CommandLine;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy report</c>.</summary>
internal static class ReportSyntax
{
    private static readonly Argument<string> Results = new("RESULTS") { Description = "Saved results: JSON, NDJSON, or - for standard input" };

    private static readonly Option<bool> Verify = new("--verify") { Description = "Judge again and compare: exit with 0 only if every word of the results comes out the same" };

    private static readonly Option<string[]> Policies = new("--policies") { Description = "With --verify: judge by these policies instead of those that the results name", HelpName = "POLICY", Arity = ArgumentArity.OneOrMore };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("report", """
            Render saved results again, or prove them.

            Examples:
              policy report results.json -o report.html -o report.md      the reports that the run would have written
              policy report results.json --verify --facts web-07.json     the same facts by the same policies give the same

            Exit codes: 0 written, or proven; 1 not the same, 64 usage, 65 bad data, 66 no input, 73/74 output, 78 a template takes too much
            """)
        {
            Results, OutputSyntax.Output, OutputSyntax.Format, OutputSyntax.Template, LanguageSyntax.Lang, Verify, CheckSyntax.Facts, HostSyntax.Root, Policies, CheckSyntax.Waivers, CheckSyntax.Baseline,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (name, output) = (parsed.GetValue(Results)!, OutputSyntax.Of(parsed));
        if (!parsed.GetValue(Verify))
        {
            return ReportCommand.Run(name, output);
        }

        var (facts, root) = (parsed.GetValue(CheckSyntax.Facts), parsed.GetValue(HostSyntax.Root));
        return facts is null && root is null
            ? throw new CommandFailure(ExitCode.Usage, "--verify needs the facts that the results were made from: --facts FILE, or --root FOLDER")
            : VerifyCommand.Run(name, new CheckRequest
            {
                Policies = parsed.GetValue(Policies) ?? [],
                Facts = facts,
                Root = root,
                Waivers = parsed.GetValue(CheckSyntax.Waivers) ?? [],
                Baseline = parsed.GetValue(CheckSyntax.Baseline),
                Output = output,
            });
    }
}
