using System.CommandLine;
using Policy.Cli.Inputs;
using Policy.Core.Prose;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy explain</c>.</summary>
internal static class ExplainSyntax
{
    // The variables that name the language of messages, the strongest first: locale(7).
    private static readonly string[] Locales = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private static readonly Argument<string[]> What = new("WHAT")
    {
        Arity = new ArgumentArity(1, 2),
        Description = "A diagnostic code, an operator or keyword, a fact, a policy, a rule as POLICY/RULE, or a policy file and one of its rules",
    };

    private static readonly Option<string?> Facts = new("--facts") { Description = "Explain the verdict on the hosts of fact documents", HelpName = "FILE|FOLDER|-" };

    private static readonly Option<bool> Live = new("--live") { Description = "Explain the verdict on this host; without it nothing is collected" };

    private static readonly Option<string?> Lang = new("--lang") { Description = $"The language: {string.Join(" or ", Language.Everything.Select(item => item.Tag))}; otherwise that of the environment", HelpName = "TAG" };

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
            What, Facts, HostSyntax.Root, Live, HostSyntax.NoProbe, HostSyntax.Project, CheckSyntax.Set, Lang,
        };
        command.SetAction(parsed => ExplainCommand.Run(Request(parsed)));
        return command;
    }

    private static ExplainRequest Request(ParseResult parsed)
    {
        var (facts, root) = (parsed.GetValue(Facts), parsed.GetValue(HostSyntax.Root));
        var hosts = facts is not null || root is not null || parsed.GetValue(Live) ? new HostInputs(facts, root, HostSyntax.Options(parsed)) : null;
        return new ExplainRequest(parsed.GetValue(What)!, LanguageOf(parsed.GetValue(Lang)), CheckSyntax.Choices(parsed), hosts);
    }

    private static Language LanguageOf(string? tag)
    {
        if (tag is not null)
        {
            return Language.Find(tag) ?? throw new CommandFailure(ExitCode.Usage, $"--lang {tag}: known are {string.Join(", ", Language.Everything.Select(item => item.Tag))}");
        }

        var locale = Locales.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return Language.Find(locale ?? string.Empty) ?? Language.English;
    }
}
