using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
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
        var documents = inputs.Load(request.Policies);
        var run = inputs.Compose(documents, request.Choices, inputs.LoadWaivers(request.Waivers));
        var baseline = request.Baseline is { } file ? BaselineInput.Read(file) : null;
        var outcome = new Outcome(request);
        var supposed = SupposedFacts.Read(request.Supposed, run.Slots);
        var advisor = new Advisor(request, run);
        JudgedHost Judge(HostFacts facts)
        {
            var changed = supposed.Aggregate(facts, (known, change) => change.Apply(known, run.Slots));
            var findings = run.Judge(changed, request.At);
            return advisor.Advise(new JudgedHost(baseline?.Mark(findings) ?? findings) { Supposed = [.. request.Supposed] }, changed);
        }

        var hosts = Hosts(request, Judge, run.Slots).Select(outcome.Count);
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

    private static IEnumerable<HostResult> Hosts(CheckRequest request, Func<HostFacts, JudgedHost> judge, FactSlots slots) =>
        new HostInputs(request.Facts, request.Root, request.Collect).Read(slots).Select(host => Judge(host.Input, host.Reading, judge));

    private static HostResult Judge(FactInput input, FactDocumentReading reading, Func<HostFacts, JudgedHost> judge)
    {
        switch (reading)
        {
            case ReadFacts read:
                return judge(read.Facts);
            case UnreadableFacts unreadable:
                Console.Error.WriteLine($"policy: {HostInputs.Complaint(input, unreadable)}");
                return new UnreadableHost(input.Name, unreadable.Message);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
