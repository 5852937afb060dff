using System.Text;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Cli.TestReports;
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

        var isSteady = !request.Compares || SnapshotCheck.Run(report, request.Accepts);
        StandardOutput.Write(request.Format is { } machine ? machine.Write(report) : Encoding.UTF8.GetBytes(TestText.Of(report, request.Budget, new TerminalText(TerminalWindow.Width, TerminalWindow.HasColour))));
        return report.IsMet && isSteady ? ExitCode.Compliant : ExitCode.NonCompliant;
    }
}
