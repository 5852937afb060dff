using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Reporting.Results;

namespace Policy.Cli.Commands;

/// <summary>Counts verdicts while hosts stream by, and tells what they mean for the caller.</summary>
internal sealed class Outcome(CheckRequest request)
{
    private int failed;
    private int unknown;
    private int decided;

    /// <summary>How many hosts came by.</summary>
    public int Hosts { get; private set; }

    /// <summary>How many rules passed, failed and so on, over all hosts.</summary>
    public Dictionary<Verdict, int> Rules { get; } = [];

    /// <summary>Whether no rule of any host was decided.</summary>
    public bool IsEmpty => decided == 0;

    /// <summary>0 compliant, 1 not, 2 undetermined or nothing decided.</summary>
    public int ExitCode => failed > 0 ? Cli.ExitCode.NonCompliant
        : unknown > 0 && !request.AllowUnknown ? Cli.ExitCode.Undetermined
        : IsEmpty && !request.AllowEmpty ? Cli.ExitCode.Undetermined
        : Cli.ExitCode.Compliant;

    /// <summary>Counts a host and gives it on.</summary>
    public HostResult Count(HostResult host)
    {
        Hosts++;
        if (host is not JudgedHost judged)
        {
            unknown++;
            return host;
        }

        foreach (var finding in judged.Findings.Policies.SelectMany(policy => policy.Findings))
        {
            Rules[finding.Verdict] = Rules.GetValueOrDefault(finding.Verdict) + 1;
            var counts = finding.Rule.About.Severity >= request.FailOn && finding.Age != FindingAge.Known;
            failed += counts && finding.Verdict == Verdict.Fail ? 1 : 0;
            unknown += counts && finding.Verdict == Verdict.Unknown ? 1 : 0;
            decided += finding.Verdict.IsDecided() ? 1 : 0;
        }

        return host;
    }
}
