using System.CommandLine;
using Policy.Cli.TestReports;
using Policy.Core.Facts;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy test</c>.</summary>
internal static class TestSyntax
{
    private static readonly Argument<string[]> Names = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Tests (NAME.test.yaml), policies with tests beside them, or folders; none: the folder policies",
    };

    private static readonly Option<string> Format = new("--format", "-f") { Description = "What stands on standard output", HelpName = "NAME", DefaultValueFactory = _ => TestFormat.Text };

    private static readonly Option<string[]> Output = new("--output", "-o") { Description = "Write the results; the ending tells the form (.tap .xml .json; coverage: .html .lcov .info .cobertura.xml)", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Budget = new("--budget") { Description = "How long judging one case may take before it is named", HelpName = "DURATION", DefaultValueFactory = _ => "1 s" };

    private static readonly Option<bool> Coverage = new("--coverage") { Description = "Tell which outcomes of the conditions the tests have seen" };

    private static readonly Option<bool> Mutate = new("--mutate") { Description = "Try every single change of the policies: would the tests notice it?" };

    private static readonly Option<string?> Require = new("--require") { Description = "The least part that --coverage must have seen and --mutate must have noticed", HelpName = "PERCENT" };

    private static readonly Option<bool> Suggest = new("--suggest") { Description = "Print hosts and cases at the bounds of the conditions, to be reviewed and pasted" };

    private static readonly Option<bool> Snapshot = new("--snapshot") { Description = "Compare the report about each case with NAME.CASE.verified.md beside the tests" };

    private static readonly Option<bool> Accept = new("--accept") { Description = "Make the reports the verified ones; never where CI is set" };

    private static readonly Option<bool> Watch = new("--watch") { Description = "Run again when a file changes" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        Format.AcceptOnlyFromAmong([TestFormat.Text, .. TestFormat.Everything.Select(format => format.Name)]);
        var command = new Command("test", """
            Run the tests of policies: hosts that are written down, and what the rules must say about them.

            Examples:
              policy test policies/                       every NAME.test.yaml in a folder
              policy test kvm-host.yaml -o results.xml    the tests beside a policy, for a CI server
              policy test --snapshot policies/            the whole reports too, against verified ones
              policy test --suggest kvm-host.yaml         hosts at the bounds of its conditions
              policy test --coverage --mutate --require 100% policies/

            Exit codes: 0 every expectation is met, 1 not, 64 usage, 65 bad data, 66 no input, 73/74 output
            """) { Names, Format, Output, Budget, Coverage, Mutate, Require, Suggest, Snapshot, Accept, Watch };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Require) is not null && !result.GetValue(Coverage) && !result.GetValue(Mutate))
            {
                result.AddError("--require says how much --coverage or --mutate must reach; name one of them");
            }
        });
        command.SetAction(parsed => parsed.GetValue(Suggest) ? SuggestCommand.Run(parsed.GetValue(Names) ?? []) : TestCommand.Run(Request(parsed)));
        return command;
    }

    private static TestRequest Request(ParseResult parsed) => new()
    {
        Names = parsed.GetValue(Names) ?? [],
        Format = TestFormat.Everything.FirstOrDefault(format => format.Name == parsed.GetValue(Format)),
        Outputs = [.. Outputs(parsed).Where(path => CoverageFormat.OfFile(path) is null).Select(Target)],
        CoverageOutputs = [.. Outputs(parsed).Where(path => CoverageFormat.OfFile(path) is not null).Select(path => (path, CoverageFormat.OfFile(path)!))],
        Covers = parsed.GetValue(Coverage),
        Budget = Duration(parsed.GetValue(Budget)!),
        Mutates = parsed.GetValue(Mutate),
        Requires = parsed.GetValue(Require) is { } percent ? Share(percent) : null,
        Compares = parsed.GetValue(Snapshot) || parsed.GetValue(Accept),
        Accepts = parsed.GetValue(Accept) && IsAcceptable(),
        Watches = parsed.GetValue(Watch),
    };

    private static string[] Outputs(ParseResult parsed) => parsed.GetValue(Output) ?? [];

    private static (string Path, TestFormat Format) Target(string path) => TestFormat.OfFile(path) is { } format ? (path, format)
        : throw new CommandFailure(ExitCode.Usage, $"-o {path}: the ending names no form; known are {string.Join(" ", TestFormat.Everything.Select(known => known.Ending).Concat(CoverageFormat.Everything.Select(known => known.Ending)))}");

    private static bool IsAcceptable() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
        ? true
        : throw new CommandFailure(ExitCode.Usage, "--accept: nothing is accepted where CI is set; accept it at your desk and commit the verified files");

    private static decimal Share(string text) => Literal.Read(new NumberType(FactUnit.Percent), text) is LiteralOk { Value: NumberValue { Value: >= 0 and <= 100 } percent }
        ? percent.Value / 100
        : throw new CommandFailure(ExitCode.Usage, $"--require {text}: expected a percentage such as `95%`");

    private static TimeSpan Duration(string text) => Literal.Read(new NumberType(FactUnit.Duration), text) is LiteralOk { Value: NumberValue { Value: > 0 and < 86400 } seconds }
        ? TimeSpan.FromSeconds((double)seconds.Value)
        : throw new CommandFailure(ExitCode.Usage, $"--budget {text}: expected a duration such as `500 ms`");
}
