using System.CommandLine;
using Policy.Authoring;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy check</c>.</summary>
internal static class CheckSyntax
{
    /// <summary>Policies, profiles and folders.</summary>
    public static readonly Argument<string[]> Policies = new("POLICY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Policies, profiles or folders, by file or by the name of a shipped one; none: the shipped profiles",
    };

    /// <summary>Fact documents.</summary>
    public static readonly Option<string?> Facts = new("--facts") { Description = "Judge fact documents: JSON, NDJSON, a folder of them, or - for standard input", HelpName = "FILE" };

    /// <summary>Chosen values of parameters.</summary>
    public static readonly Option<string[]> Set = new("--set") { Description = "Choose the value of a parameter", HelpName = "POLICY.PARAMETER=VALUE", Arity = ArgumentArity.OneOrMore };

    /// <summary>Files and folders of waivers.</summary>
    public static readonly Option<string[]> Waivers = new("--waivers") { Description = "Accept failures as these waivers say; a file or a folder of them", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    /// <summary>Saved results that are known.</summary>
    public static readonly Option<string?> Baseline = new("--baseline") { Description = "Count only what these saved results do not hold", HelpName = "RESULTS.json" };

    private static readonly Option<string[]> WhatIf = new("--what-if") { Description = "Judge as if a fact were otherwise: a value, a list as [a, b], or absent or unknown", HelpName = "PATH=VALUE", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> FailOn = new("--fail-on") { Description = "The least severity that counts for the exit code", DefaultValueFactory = _ => "info" };

    private static readonly Option<bool> AllowUnknown = new("--allow-unknown") { Description = "Exit with 0 although a rule could not be decided" };

    private static readonly Option<bool> AllowEmpty = new("--allow-empty") { Description = "Exit with 0 although nothing was decided" };

    private static readonly Option<string?> At = new("--at") { Description = "The moment of the judgement, instead of that of the facts: for results and waivers", HelpName = "DATE" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        FailOn.AcceptOnlyFromAmong([.. RuleSeverities.Names]);
        var command = new Command("check", """
            Judge a host by policies.

            Examples:
              policy check -o report.html -o report.md     this host, by the shipped profiles
              policy check kvm-host --facts fleet.ndjson   collected facts, by one policy
              policy check --what-if 'memory.usable=32 GiB'   as if the host had more memory

            Exit codes: 0 compliant, 1 not compliant, 2 undetermined, 64 usage, 65 bad data, 66 no input, 73/74 output
            """)
        {
            Policies, Facts, HostSyntax.Root, HostSyntax.NoProbe, HostSyntax.Project, Set, Waivers, Baseline, WhatIf, OutputSyntax.Output, OutputSyntax.Format, OutputSyntax.Template, FailOn, AllowUnknown, AllowEmpty, At, LanguageSyntax.Lang,
        };
        command.SetAction(parsed => CheckCommand.Run(Request(parsed)));
        return command;
    }

    private static CheckRequest Request(ParseResult parsed) => new()
    {
        Policies = parsed.GetValue(Policies) ?? [],
        Facts = parsed.GetValue(Facts),
        Root = parsed.GetValue(HostSyntax.Root),
        Collect = HostSyntax.Options(parsed),
        Choices = Choices(parsed),
        Waivers = parsed.GetValue(Waivers) ?? [],
        Baseline = parsed.GetValue(Baseline),
        Supposed = parsed.GetValue(WhatIf) ?? [],
        Output = OutputSyntax.Of(parsed),
        FailOn = RuleSeverities.Find(parsed.GetValue(FailOn)!)!.Value,
        AllowUnknown = parsed.GetValue(AllowUnknown),
        AllowEmpty = parsed.GetValue(AllowEmpty),
        At = parsed.GetValue(At) is { } text ? Moment(text) : null,
    };

    /// <summary>The values that a command line chooses for parameters.</summary>
    public static IReadOnlyList<ParameterChoice> Choices(ParseResult parsed) => [.. (parsed.GetValue(Set) ?? []).Select(Choice)];

    private static ParameterChoice Choice(string text) =>
        ParameterChoice.Parse(text) ?? throw new CommandFailure(ExitCode.Usage, $"--set {text}: expected POLICY.PARAMETER=VALUE");

    private static DateTimeOffset Moment(string text) =>
        Instants.TryParse(text, out var moment) ? moment : throw new CommandFailure(ExitCode.Usage, $"--at {text}: expected 2026-11-22 or 2026-11-22T10:00:00Z");
}
