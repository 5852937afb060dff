using Policy.Cli.Inputs;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Reporting.Results;

namespace Policy.Cli.Commands;

/// <summary>Judges the hosts of a request, one by one as they are asked for.</summary>
internal sealed class CheckRun
{
    private readonly CheckRequest request;
    private readonly PolicyRun run;
    private readonly Baseline? baseline;
    private readonly IReadOnlyList<HostChange> supposed;
    private readonly Advisor advisor;

    /// <summary>Loads policies, waivers and the baseline.</summary>
    /// <exception cref="CommandFailure">One of them is not there (66) or not sound (65).</exception>
    public CheckRun(CheckRequest request)
    {
        var inputs = new PolicyInputs();
        var documents = inputs.Load(request.Policies);
        run = inputs.Compose(documents, request.Choices, inputs.LoadWaivers(request.Waivers));
        baseline = request.Baseline is { } file ? BaselineInput.Read(file) : null;
        supposed = SupposedFacts.Read(request.Supposed, run.Slots);
        advisor = new Advisor(request, run);
        this.request = request;
    }

    /// <summary>The hosts in input order, streamed.</summary>
    public IEnumerable<HostResult> Hosts() =>
        new HostInputs(request.Facts, request.Root, request.Collect).Read(run.Slots).Select(host => Judge(host.Input, host.Reading));

    /// <summary>What was found about hosts, as every format shows it.</summary>
    public RunResults Results(Sequence<HostResult> hosts) => new(Engine.Name, request.At ?? hosts.OfType<JudgedHost>().Select(host => host.Findings.Origin.CollectedAt).Max(), hosts)
    {
        EngineDigest = Engine.Digest,
        Asked = new RunQuestion([.. request.Policies], [.. request.Choices.Select(choice => $"{choice.Policy}.{choice.Parameter}={choice.Text}")], request.At),
    };

    private HostResult Judge(FactInput input, FactDocumentReading reading)
    {
        switch (reading)
        {
            case ReadFacts read:
                return Judge(supposed.Aggregate(read.Facts, (known, change) => change.Apply(known, run.Slots)));
            case UnreadableFacts unreadable:
                Console.Error.WriteLine($"policy: {HostInputs.Complaint(input, unreadable)}");
                return new UnreadableHost(input.Name, unreadable.Message);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private JudgedHost Judge(HostFacts facts)
    {
        var findings = run.Judge(facts, request.At);
        return advisor.Advise(new JudgedHost(baseline?.Mark(findings) ?? findings) { Supposed = [.. request.Supposed] }, facts);
    }
}
