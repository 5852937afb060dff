using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Reporting.Results;

namespace Policy.Cli.Commands;

/// <summary><c>policy check</c>: collects or reads facts, judges them, writes reports.</summary>
internal static class CheckCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0, 1 or 2 by the verdicts.</returns>
    public static int Run(CheckRequest request)
    {
        var inputs = new PolicyInputs();
        var run = inputs.Compose(inputs.Load(request.Policies), request.Choices);
        var outcome = new Outcome(request);
        var hosts = Hosts(request, run).Select(outcome.Count);
        if (request.Format == OutputFormat.NdJson && request.Outputs.Count == 0)
        {
            foreach (var host in hosts)
            {
                StandardOutput.Write(ResultsWriter.Line(host));
            }
        }
        else
        {
            var judged = hosts.ToSequence();
            new ResultOutput(request, new RunResults(Engine.Name, request.At ?? LatestOf(judged), judged)).Write();
        }

        return outcome.ExitCode;
    }

    private static DateTimeOffset? LatestOf(Sequence<HostResult> hosts) =>
        hosts.OfType<JudgedHost>().Select(host => host.Findings.Origin.CollectedAt).Max();

    private static IEnumerable<HostResult> Hosts(CheckRequest request, PolicyRun run)
    {
        if (request.Facts is not null)
        {
            return FactInputs.Read(request.Facts).Select(input => Judge(input, run));
        }

        var demand = Demand.Of(run.Slots.References);
        var document = Progress.While("collecting facts", () => LiveFacts.Collect(request.Root, demand, request.Collect));
        return [Judge(new FactInput(request.Root ?? "this host", document, IsAlone: true), run)];
    }

    private static HostResult Judge(FactInput input, PolicyRun run)
    {
        switch (FactDocumentReader.Read(input.Bytes, run.Slots))
        {
            case ReadFacts read:
                return new JudgedHost(run.Judge(read.Facts));
            case UnreadableFacts unreadable when input.IsAlone:
                throw new CommandFailure(ExitCode.BadData, Complaint(input, unreadable));
            case UnreadableFacts unreadable:
                Console.Error.WriteLine($"policy: {Complaint(input, unreadable)}");
                return new UnreadableHost(input.Name, unreadable.Message);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string Complaint(FactInput input, UnreadableFacts unreadable)
    {
        var start = 0;
        for (var line = 1; line < unreadable.Line; line++)
        {
            start += input.Bytes.Span[start..].IndexOf((byte)'\n') + 1;
        }

        return $"{input.Name}:{unreadable.Line}:{unreadable.Column}: {DiagnosticCodes.FactDocument.Id}: {Plain.Text(unreadable.Message)} (byte {start + unreadable.Column - 1})";
    }
}
