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
            text.Wrapped(text.Head("terminal.waived", 10), $"{text.Say("terminal.waived_text", waiver.Rule.ToString(), text.Say($"verdict.{verdict.Name()}"), Day(waiver.Until), waiver.About.Owner, waiver.About.Reason)}{ticket}", Colour.Yellow);
        }

        foreach (var waiver in other)
        {
            text.Wrapped(text.Head("terminal.waiver", 10), text.Say("terminal.waiver_text", waiver.Waiver.Rule.ToString(), Day(waiver.Waiver.Until), waiver.Waiver.About.Owner, Reason(text, waiver)), Colour.Yellow);
        }

        if (idle.Count > 0)
        {
            var names = string.Join(", ", idle.Take(MostIdle));
            names = idle.Count > MostIdle ? text.Say("terminal.and_more", names, $"{idle.Count - MostIdle}") : names;
            text.Wrapped(text.Head("terminal.waivers", 10), text.Say("terminal.waivers_idle", names), Colour.Yellow);
        }

        if (accepted.Count + other.Count + idle.Count > 0)
        {
            text.Blank();
        }
    }

    private static string Reason(TerminalText text, WaiverFinding waiver) => waiver.State switch
    {
        WaiverState.Expired => text.Say("waiver.expired"),
        WaiverState.Undated => text.Say("waiver.undated"),
        WaiverState.Unused => text.Say("waiver.unused"),
        WaiverState.ConditionFalse => text.Say("waiver.condition-false", waiver.While!.Text),
        WaiverState.ConditionUnknown => text.Say("waiver.condition-unknown", waiver.While!.Text),
        WaiverState.Idle or WaiverState.OtherHost or WaiverState.InForce => string.Empty,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
