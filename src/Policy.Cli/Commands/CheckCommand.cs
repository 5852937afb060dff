using Policy.Cli.Outputs;
using Policy.Core.Diagnostics;
using Policy.Core.Prose;
using Policy.Reporting.Results;

namespace Policy.Cli.Commands;

/// <summary><c>policy check</c>: collects or reads facts, judges them, writes reports.</summary>
internal static class CheckCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0, 1 or 2 by the verdicts.</returns>
    public static int Run(CheckRequest request)
    {
        var run = new CheckRun(request);
        var outcome = new Outcome(request);
        var hosts = run.Hosts().Select(outcome.Count);
        if (request.Output is { Format: { } format, Targets.Count: 0 } && format == OutputFormat.NdJson)
        {
            foreach (var host in hosts)
            {
                StandardOutput.Write(ResultsWriter.Line(host, request.Output.Language ?? Language.English));
            }
        }
        else
        {
            new ResultOutput(request.Output, new FreshResults(run.Results(hosts.ToSequence()), request.Output.Language)).Write();
        }

        return outcome.ExitCode;
    }
}
