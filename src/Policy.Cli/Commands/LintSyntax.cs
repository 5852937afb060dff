using System.CommandLine;
using Policy.Cli.Outputs;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy lint</c>.</summary>
internal static class LintSyntax
{
    private static readonly Argument<string[]> Policies = new("POLICY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Policies, profiles, waivers, tests or folders of them; - is standard input; none: the folder policies",
    };

    private static readonly Option<string> Format = new("--format", "-f") { Description = "How complaints are written", HelpName = "NAME", DefaultValueFactory = _ => LintFormat.Text };

    private static readonly Option<bool> Strict = new("--strict") { Description = "Let a warning count like an error" };

    private static readonly Option<bool> Fix = new("--fix") { Description = "Mend the mistakes that have one right answer, and show the changes" };

    private static readonly Option<bool> DryRun = new("--dry-run", "--diff") { Description = "Show the changes of --fix and make none" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        Format.AcceptOnlyFromAmong([LintFormat.Text, .. LintFormat.Everything.Select(format => format.Name)]);
        var command = new Command("lint", """
            Check policies, profiles, waivers and tests without a host.

            Examples:
              policy lint --fix --dry-run web-server.yaml    what can be mended without asking
              policy lint --strict --format sarif policies/  a folder, for a code host; warnings count

            Exit codes: 0 nothing or only warnings, 64 usage, 65 errors, 66 no input, 73/74 output
            """) { Policies, Format, Strict, Fix, DryRun };
        command.SetAction(parsed => LintCommand.Run(Request(parsed)));
        return command;
    }

    private static LintRequest Request(ParseResult parsed)
    {
        var request = new LintRequest
        {
            Names = parsed.GetValue(Policies) ?? [],
            Format = LintFormat.Everything.FirstOrDefault(format => format.Name == parsed.GetValue(Format)),
            IsStrict = parsed.GetValue(Strict),
            Fixes = parsed.GetValue(Fix) || parsed.GetValue(DryRun),
            IsDryRun = parsed.GetValue(DryRun),
        };
        return request is { Fixes: true, Format: not null }
            ? throw new CommandFailure(ExitCode.Usage, "--fix shows its changes on standard output, where --format would stand too: lint again for the report")
            : request;
    }
}
