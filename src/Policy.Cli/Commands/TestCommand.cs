using System.Text;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Cli.TestReports;
using Policy.Testing.Coverage;
using Policy.Testing.Mutation;
using Policy.Testing.Suites;

namespace Policy.Cli.Commands;

/// <summary><c>policy test</c>: runs the tests of policies.</summary>
internal static class TestCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 if every expectation is met, otherwise 1.</returns>
    public static int Run(TestRequest request) => request.Watches ? TestWatch.Run(request, Once) : Once(request, new SuiteInputs());

    private static int Once(TestRequest request, SuiteInputs inputs)
    {
        var suites = inputs.Load(request.Names.Count == 0 ? ["policies"] : request.Names);
        var runs = suites.Select(SuiteRun.Of).ToList();
        inputs.Refuse(runs.SelectMany(run => run.Diagnostics));
        var report = new TestReport([.. runs.Select(run => run.Value!)], inputs.Texts);
        foreach (var (path, format) in request.Outputs)
        {
            OutputFile.Write(path, format.Write(report));
        }

        StandardOutput.Write(request.Format is { } machine ? machine.Write(report) : Encoding.UTF8.GetBytes(TestText.Of(report, request.Budget, Page())));
        var isSteady = !request.Compares || SnapshotCheck.Run(report, request.Accepts);
        var isSeen = Cover(request, report);
        var isNoticed = !request.Mutates || (report.IsMet ? Mutate(request, report) : Skip());
        return report.IsMet && isSteady && isSeen && isNoticed ? ExitCode.Compliant : ExitCode.NonCompliant;
    }

    private static TerminalText Page() => new(TerminalWindow.Width, TerminalWindow.HasColour);

    private static bool Cover(TestRequest request, TestReport report)
    {
        if (!request.Covers && request.CoverageOutputs.Count == 0)
        {
            return true;
        }

        var coverage = new CoverageReport([.. report.Suites.Select(suite => CoverageResult.Of(suite.Suite, suite.Cases.Select(item => item.Case)))], report.Texts);
        foreach (var (path, format) in request.CoverageOutputs)
        {
            OutputFile.Write(path, format.Write(coverage));
        }

        Say(request, request.Covers ? CoverageText.Of(coverage.Results, Page()) : string.Empty);
        return Reaches(coverage.Results.Where(result => request.Covers && result.Share < request.Requires).Select(result => $"the tests of {result.Policy.Id} see less than {request.Requires:P0} of the outcomes"));
    }

    private static bool Reaches(IEnumerable<string> complaints)
    {
        var low = complaints.ToList();
        low.ForEach(complaint => Console.Error.WriteLine($"policy: {complaint}"));
        return low.Count == 0;
    }

    // Where an expectation is not met, a mutant that misses it proves nothing.
    private static bool Skip()
    {
        Console.Error.WriteLine("policy: --mutate: mend the tests first; where an expectation is not met, a mutant that misses it proves nothing");
        return false;
    }

    private static bool Mutate(TestRequest request, TestReport report)
    {
        var results = report.Suites.Select(MutationRun.Of).ToList();
        Say(request, MutationText.Of(results, report.Texts, Page()));
        return Reaches(results.Where(result => result.Score < request.Requires).Select(result => $"the tests of {result.Suite.Suite.Policy.Id} notice less than {request.Requires:P0} of the mutants"));
    }

    // Beside a form for machines, what is for people goes to standard error.
    private static void Say(TestRequest request, string text)
    {
        if (request.Format is null)
        {
            StandardOutput.Write(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            Console.Error.Write(text);
        }
    }
}
