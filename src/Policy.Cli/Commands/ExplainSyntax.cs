using System.CommandLine;
using Policy.Cli.Inputs;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy explain</c>.</summary>
internal static class ExplainSyntax
{
    private static readonly Argument<string[]> What = new("WHAT")
    {
        Arity = new ArgumentArity(1, 2),
        Description = "A diagnostic code, an operator or keyword, a fact, a policy, a rule as POLICY/RULE, or a policy file and one of its rules",
    };

    private static readonly Option<string?> Facts = new("--facts") { Description = "Explain the verdict on the hosts of fact documents", HelpName = "FILE|FOLDER|-" };

    private static readonly Option<bool> Live = new("--live") { Description = "Explain the verdict on this host; without it nothing is collected" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("explain", """
            Explain a rule, a fact, an operator or a diagnostic code.

            Examples:
              policy explain POL2002                                    what a complaint means, wrong and right
              policy explain kvm-host/kvm-works --facts web-07.json     why it passes or fails, and what would change that

            Exit codes: 0 explained, 64 unknown name, 65 bad data, 66 no input
            """)
        {
            What, Facts, HostSyntax.Root, Live, HostSyntax.NoProbe, HostSyntax.Project, CheckSyntax.Set, LanguageSyntax.Lang,
        };
        command.SetAction(parsed => ExplainCommand.Run(Request(parsed)));
        return command;
    }

    private static ExplainRequest Request(ParseResult parsed)
    {
        var (facts, root) = (parsed.GetValue(Facts), parsed.GetValue(HostSyntax.Root));
        var hosts = facts is not null || root is not null || parsed.GetValue(Live) ? new HostInputs(facts, root, HostSyntax.Options(parsed)) : null;
        return new ExplainRequest(parsed.GetValue(What)!, LanguageSyntax.Asked(parsed) ?? LanguageSyntax.OfEnvironment(), CheckSyntax.Choices(parsed), hosts);
    }
}
