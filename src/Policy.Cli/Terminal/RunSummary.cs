using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Reporting.Results;

namespace Policy.Cli.Terminal;

/// <summary>Results for a person at a terminal: what passed in a line, then the worst last, then the verdict and the next step.</summary>
internal static class RunSummary
{
    /// <summary>How many hosts are shown one by one.</summary>
    private const int MostHosts = 20;

    /// <summary>The summary of a run.</summary>
    public static string Of(RunResults results, int width, bool hasColour, bool showNext)
    {
        var text = new TerminalText(width, hasColour);
        foreach (var host in results.Hosts.Take(MostHosts))
        {
            switch (host)
            {
                case JudgedHost judged:
                    Judged(text, judged);
                    break;
                case UnreadableHost unreadable:
                    text.Wrapped("? UNREADABLE  ", $"{unreadable.Input}: {unreadable.Error}", Colour.Yellow);
                    text.Blank();
                    break;
            }
        }

        if (results.Hosts.Count > MostHosts)
        {
            text.Line($"... and {results.Hosts.Count - MostHosts} more hosts; write them all with -o results.ndjson");
        }

        if (showNext)
        {
            text.Line("next: policy check -o report.html -o report.md   writes the whole of it", Colour.Dim);
        }

        return text.ToString();
    }

    private static void Judged(TerminalText text, JudgedHost judged)
    {
        var host = judged.Findings;
        var findings = FindingGroup.Of(host);
        var when = host.Origin.CollectedAt is { } moment ? $"  facts of {Instants.Text(moment)}" : string.Empty;
        text.Line($"{host.Origin.Host}{when}", Colour.Bold);
        foreach (var supposed in judged.Supposed)
        {
            text.Wrapped("! as if  ", supposed, Colour.Yellow);
        }

        text.Blank();
        Passing(text, findings);
        WaiverText.Write(text, host.Waivers, findings);
        foreach (var group in findings.Where(group => group.Verdict is Verdict.Warn or Verdict.Unknown or Verdict.Fail))
        {
            FindingText.Write(text, group);
        }

        if (judged.Advice is { } advice)
        {
            AdviceLines.Write(text, advice);
        }

        Shapes(text, host);
        Conclusion(text, host, findings);
        text.Blank();
    }

    private static void Passing(TerminalText text, IReadOnlyList<FindingGroup> findings)
    {
        var passed = findings.Count(group => group.Verdict == Verdict.Pass);
        var foreign = findings.Count(group => group.Verdict == Verdict.NotApplicable);
        text.Line($"✓ {passed} {(passed == 1 ? "rule passes" : "rules pass")}{(foreign == 0 ? string.Empty : $"   - {foreign} not applicable")}", Colour.Green);
        text.Blank();
    }

    private static void Shapes(TerminalText text, HostFindings host)
    {
        foreach (var profile in host.Profiles.Where(profile => profile.Profile.Include.Any(entry => !entry.IsProfile)))
        {
            var policies = profile.Policies.Select(index => host.Policies[index]).ToList();
            var (word, colour) = Word(profile.Verdict, policies);
            var blockers = policies.SelectMany(policy => Blockers(policy, profile.Verdict))
                .OrderByDescending(finding => finding.Rule.About.Severity).Select(finding => finding.Rule.Id).Distinct().ToList();
            var cause = profile.Verdict is Verdict.Fail or Verdict.Unknown or Verdict.Warn ? $"  ({string.Join(", ", blockers)})" : string.Empty;
            text.Wrapped($"{word,-24}", $"{profile.Profile.About.Title}{cause}", colour);
        }

        if (host.Profiles.Count > 0)
        {
            text.Blank();
        }
    }

    // What has a cause of the same verdict is not named beside it; a cause that is waived stands in nobody's way.
    private static IEnumerable<Finding> Blockers(PolicyFindings policy, Verdict verdict)
    {
        var same = policy.Findings.Where(finding => finding.Verdict == verdict).ToList();
        var ids = same.Select(finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal);
        return same.Where(finding => !finding.BecauseOf.Any(ids.Contains));
    }

    private static (string Word, Colour Colour) Word(Verdict verdict, IEnumerable<PolicyFindings> policies) => verdict switch
    {
        Verdict.Pass => ("✓ ready", Colour.Green),
        Verdict.Warn => ("✓ ready, with warnings", Colour.Yellow),
        Verdict.Waived => ("✓ ready, waived", Colour.Yellow),
        Verdict.Fail => ("✗ not ready", Colour.Red),
        Verdict.Unknown => ("? undecided", Colour.Yellow),
        Verdict.NotApplicable => (policies.Any() ? "- not applicable" : "- nothing decided", Colour.None),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Conclusion(TerminalText text, HostFindings host, IReadOnlyList<FindingGroup> findings)
    {
        if (host.Fixed.Count > 0)
        {
            text.Wrapped("✓ fixed since the baseline  ", string.Join(", ", host.Fixed), Colour.Green);
        }

        var failed = findings.Count(group => group.Verdict == Verdict.Fail);
        var open = findings.Count(group => group.Verdict == Verdict.Unknown);
        var known = findings.Count(group => group.Verdict is Verdict.Fail or Verdict.Unknown && group.Finding.Age == FindingAge.Known);
        var decided = findings.Count(group => group.Verdict.IsDecided());
        var (word, colour) = failed > 0 ? ("NOT COMPLIANT", Colour.Red) : open > 0 ? ("UNDETERMINED", Colour.Yellow) : decided == 0 ? ("NOTHING DECIDED", Colour.Yellow) : ("COMPLIANT", Colour.Green);
        (word, colour) = known > 0 && known == failed + open ? ("NOTHING NEW", Colour.Yellow) : (word, colour);
        text.Line($"{word}   {failed} {(failed == 1 ? "rule fails" : "rules fail")}, {open} undecided{(known > 0 ? $", {known} known" : string.Empty)}, {decided} of {findings.Count} decided", colour);
        if (decided == 0)
        {
            foreach (var policy in host.Policies)
            {
                text.Wrapped("  why  ", $"{policy.Policy.Id}: {Reason(policy)}");
            }
        }
    }

    private static string Reason(PolicyFindings policy) => policy.Findings.Count == 0 ? "every rule is left out"
        : policy.Verdict == Verdict.Unknown ? "no fact that it asks for is known"
        : $"it applies where {ConditionText.Of(policy.Policy.Applies ?? policy.Findings[0].Rule.Applies ?? policy.Findings[0].Rule.Require, new Dictionary<string, FactValue>())}";
}
