using Policy.Core.Compliance;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Reporting.Results;

namespace Policy.Cli.Commands;

/// <summary>Adds to findings what to do about them; to those of a few hosts, because each takes a search.</summary>
internal sealed class Advisor(CheckRequest request, PolicyRun run)
{
    private const int MostHosts = 20;
    private int advised;

    /// <summary>The host with advice.</summary>
    public JudgedHost Advise(JudgedHost host, HostFacts facts)
    {
        if (++advised > MostHosts)
        {
            return host;
        }

        var missing = MissingFacts.Find(run, facts, host.Findings);
        return host with { Advice = new HostAdvice(WayFinder.Find(run, facts, host.Findings), missing, Command(missing)) };
    }

    // Where root is what is missing, root; where nobody asked, asking on the host.
    private string? Command(Sequence<MissingFact> missing)
    {
        var names = string.Join(' ', request.Policies);
        var isDenied = missing.Any(fact => fact.Unknown.Cause == UnknownCause.Denied);
        var isLive = request.Facts is null && request.Root is null;
        return missing.Count == 0 ? null
            : isLive ? isDenied ? $"sudo policy check {names}".TrimEnd() : null
            : missing.Any(fact => fact.Unknown.Cause is UnknownCause.Denied or UnknownCause.NotCollected) ? $"{(isDenied || missing.Any(fact => fact.Fact.Fact.Privilege == FactPrivilege.Root) ? "sudo " : string.Empty)}policy facts {names}".TrimEnd() + " -o facts.json"
            : null;
    }
}
