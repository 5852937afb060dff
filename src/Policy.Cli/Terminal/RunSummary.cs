using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Reporting.Results;
using Policy.Reporting.Words;

namespace Policy.Cli.Terminal;

/// <summary>Results for a person at a terminal: what passed in a line, then the worst last, then the verdict and the next step.</summary>
internal static class RunSummary
{
    /// <summary>How many hosts are shown one by one.</summary>
    private const int MostHosts = 20;

    /// <summary>The summary of a run.</summary>
    public static string Of(RunResults results, int width, bool hasColour, bool showNext)
    {
        var text = new TerminalText(width, hasColour) { Words = new ReportWords(results.Language) };
        foreach (var host in results.Hosts.Take(MostHosts))
        {
            switch (host)
            {
                case JudgedHost judged:
                    Judged(text, judged);
                    break;
                case UnreadableHost unreadable:
                    text.Wrapped(text.Head("terminal.unreadable", 14), $"{unreadable.Input}: {unreadable.Error}", Colour.Yellow);
                    text.Blank();
                    break;
            }
        }

        if (results.Hosts.Count > MostHosts)
        {
            text.Line(text.Say("terminal.more_hosts", $"{results.Hosts.Count - MostHosts}"));
        }

        if (showNext)
        {
            text.Line(text.Say("terminal.next"), Colour.Dim);
        }

        return text.ToString();
    }

    private static void Judged(TerminalText text, JudgedHost judged)
    {
        var host = judged.Findings;
        var findings = FindingGroup.Of(host);
        var when = host.Origin.CollectedAt is { } moment ? $"  {text.Say("terminal.facts_of", Instants.Text(moment))}" : string.Empty;
        text.Line($"{host.Origin.Host}{when}", Colour.Bold);
        foreach (var supposed in judged.Supposed)
        {
            text.Wrapped(text.Head("terminal.as_if", 9), supposed, Colour.Yellow);
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
        text.Line($"{(passed == 1 ? text.Say("terminal.passes_one") : text.Say("terminal.passes", $"{passed}"))}{(foreign == 0 ? string.Empty : $"   {text.Say("terminal.foreign", $"{foreign}")}")}", Colour.Green);
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
            text.Wrapped(text.Head(word, 24), $"{text.Words.Language.Of(profile.Profile.About.Title)}{cause}", colour);
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
        Verdict.Pass => ("terminal.ready", Colour.Green),
        Verdict.Warn => ("terminal.ready_warnings", Colour.Yellow),
        Verdict.Waived => ("terminal.ready_waived", Colour.Yellow),
        Verdict.Fail => ("terminal.not_ready", Colour.Red),
        Verdict.Unknown => ("terminal.undecided", Colour.Yellow),
        Verdict.NotApplicable => (policies.Any() ? "terminal.not_applicable" : "terminal.nothing_decided", Colour.None),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Conclusion(TerminalText text, HostFindings host, IReadOnlyList<FindingGroup> findings)
    {
        if (host.Fixed.Count > 0)
        {
            text.Wrapped(text.Head("terminal.fixed", 28), string.Join(", ", host.Fixed), Colour.Green);
        }

        var failed = findings.Count(group => group.Verdict == Verdict.Fail);
        var open = findings.Count(group => group.Verdict == Verdict.Unknown);
        var known = findings.Count(group => group.Verdict is Verdict.Fail or Verdict.Unknown && group.Finding.Age == FindingAge.Known);
        var decided = findings.Count(group => group.Verdict.IsDecided());
        var (word, colour) = failed > 0 ? ("fail", Colour.Red) : open > 0 ? ("unknown", Colour.Yellow) : decided == 0 ? ("none", Colour.Yellow) : ("pass", Colour.Green);
        (word, colour) = known > 0 && known == failed + open ? ("known", Colour.Yellow) : (word, colour);
        IEnumerable<string> counts =
        [
            failed == 1 ? text.Say("terminal.fail_one") : text.Say("terminal.fail", $"{failed}"),
            text.Say("terminal.open", $"{open}"),
            .. known > 0 ? [text.Say("terminal.known", $"{known}")] : Array.Empty<string>(),
            text.Say("decided", $"{decided}", $"{findings.Count}"),
        ];
        text.Line($"{text.Say($"terminal.verdict.{word}")}   {string.Join(text.Say("comma_between"), counts)}", colour);
        if (decided == 0)
        {
            foreach (var policy in host.Policies)
            {
                text.Wrapped(text.Head("terminal.why", 7), $"{policy.Policy.Id}: {Reason(text, policy)}");
            }
        }
    }

    private static string Reason(TerminalText text, PolicyFindings policy) => policy.Findings.Count == 0 ? text.Say("terminal.why.left_out")
        : policy.Verdict == Verdict.Unknown ? text.Say("terminal.why.unknown")
        : text.Say("terminal.why.applies", ConditionText.Of(policy.Policy.Applies ?? policy.Findings[0].Rule.Applies ?? policy.Findings[0].Rule.Require, new Dictionary<string, FactValue>()));
}
