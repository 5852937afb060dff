using System.Text;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;
using Policy.Testing.Suggestions;
using Policy.Testing.Suites;

namespace Policy.Cli.Commands;

/// <summary><c>policy test --suggest</c>: prints hosts and cases that tests lack, or whole tests for a policy that has none.</summary>
internal static class SuggestCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0; 1 if the tests that are there are not met.</returns>
    public static int Run(IReadOnlyList<string> names)
    {
        if (names is not [var name] || Directory.Exists(name))
        {
            throw new CommandFailure(ExitCode.Usage, "--suggest takes one policy, or the tests of one policy");
        }

        var inputs = new SuiteInputs();
        return SuiteInputs.HasTests(name) ? Missing(inputs, name) : Whole(inputs.LoadPolicy(name));
    }

    private static int Missing(SuiteInputs inputs, string name)
    {
        var suite = inputs.Load([name])[0];
        var run = SuiteRun.Of(suite);
        inputs.Refuse(run.Diagnostics);
        if (!run.Value!.IsMet)
        {
            Console.Error.WriteLine("policy: mend the tests first: `policy test` says which expectations are not met");
            return ExitCode.NonCompliant;
        }

        var found = TestSuggestions.For(run.Value);
        StandardOutput.WriteLine(found.Count == 0
            ? "# nothing is missing: every outcome that a host was found for is seen, every mutant noticed"
            : $"# For {suite.Tests.Origin.File}: what the policy says today about hosts that its tests lack. Review each verdict.\n{Entries(found, [])}");
        return ExitCode.Compliant;
    }

    private static int Whole(PolicyDocument policy)
    {
        var facts = $"{policy.Id}.facts.json";
        var text = new StringBuilder($"""
            # Tests of {policy.Id}: what it says today about hosts at the bounds of its conditions. Review each verdict.
            # {facts} can be any fact document collected on that day; this one will do:
            # {"{"} "format": 1, "host": "{TypicalHost.BaseName}", "collected_at": "{Instants.Text(TypicalHost.Moment)}", "facts": {"{}"} {"}"}
            tests: {policy.Id}

            """);
        StandardOutput.WriteLine(text.Append(Entries(TestSuggestions.For(policy), [$"{TypicalHost.BaseName}: {{ from: {facts} }}"])).ToString());
        return ExitCode.Compliant;
    }

    private static string Entries(Sequence<SuggestedHost> found, IEnumerable<string> first)
    {
        var hosts = first.Concat(found.Select(item => item.Host).OfType<string>()).Select(line => $"  {line}").ToList();
        var cases = found.Select(item => $"  {item.Case}");
        return string.Join('\n', [.. hosts.Count > 0 ? hosts.Prepend("hosts:") : [], "cases:", .. cases]);
    }
}
