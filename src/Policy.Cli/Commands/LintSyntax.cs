using System.CommandLine;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy lint</c>.</summary>
internal static class LintSyntax
{
    private static readonly Argument<string[]> Policies = new("POLICY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Policies, profiles or folders; none: the folder policies",
    };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("lint", """
            Check policies and profiles without a host.

            Examples:
              policy lint policies/        every policy of a folder
              policy lint web-server.yaml  one policy

            Exit codes: 0 nothing to complain about, 65 errors, 66 no input
            """) { Policies };
        command.SetAction(parsed => LintCommand.Run(parsed.GetValue(Policies) ?? []));
        return command;
    }
}
