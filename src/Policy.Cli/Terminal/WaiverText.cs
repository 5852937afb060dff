using System.Globalization;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Findings;

namespace Policy.Cli.Terminal;

/// <summary>Accepted failures, one line each, and the waivers that accept nothing although they are for this host.</summary>
internal static class WaiverText
{
    /// <summary>How many names of rules without a judgement are shown.</summary>
    private const int MostIdle = 3;

    public static void Write(TerminalText text, Sequence<WaiverFinding> waivers, IReadOnlyList<FindingGroup> findings)
    {
        var accepted = findings.Where(group => group.Verdict == Verdict.Waived && group.Finding.Acceptance is not null).ToList();
        var idle = waivers.Where(waiver => waiver.State == WaiverState.Idle).Select(waiver => waiver.Waiver.Rule.ToString()).Distinct().ToList();
        var other = waivers.Where(waiver => waiver.State is not (WaiverState.InForce or WaiverState.OtherHost or WaiverState.Idle)).ToList();
        foreach (var group in accepted)
        {
            var (waiver, verdict) = (group.Finding.Acceptance!.Waiver, group.Finding.Acceptance.Verdict);
            var ticket = waiver.About.Ticket is { } name ? $" ({name})" : string.Empty;
            text.Wrapped("~ waived  ", $"{waiver.Rule} ({verdict.Name()}) until {Day(waiver.Until)} by {waiver.About.Owner}: {waiver.About.Reason}{ticket}", Colour.Yellow);
        }

        foreach (var waiver in other)
        {
            text.Wrapped("! waiver  ", $"{waiver.Waiver.Rule} until {Day(waiver.Waiver.Until)} by {waiver.Waiver.About.Owner} {Reason(waiver)}", Colour.Yellow);
        }

        if (idle.Count > 0)
        {
            var more = idle.Count > MostIdle ? $" and {idle.Count - MostIdle} more" : string.Empty;
            text.Wrapped("! waivers ", $"of rules that are not judged here: {string.Join(", ", idle.Take(MostIdle))}{more}", Colour.Yellow);
        }

        if (accepted.Count + other.Count + idle.Count > 0)
        {
            text.Blank();
        }
    }

    private static string Reason(WaiverFinding waiver) => waiver.State switch
    {
        WaiverState.Expired => "has expired",
        WaiverState.Undated => "is not in force: the facts do not say when they were collected; give the day with --at",
        WaiverState.Unused => "is not needed: the rule neither fails nor warns",
        WaiverState.ConditionFalse => $"is not in force: it holds only while {waiver.While!.Text}",
        WaiverState.ConditionUnknown => $"is not in force: nobody knows whether {waiver.While!.Text}",
        WaiverState.Idle or WaiverState.OtherHost or WaiverState.InForce => string.Empty,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
