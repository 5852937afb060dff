using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Rules;

/// <summary>Checked waivers that belong together.</summary>
/// <param name="Id">Their name: kebab-case.</param>
/// <param name="Items">The waivers in the order of the text; at least one.</param>
/// <param name="Source">File and digest of the text.</param>
public sealed record WaiverDocument(string Id, Sequence<Waiver> Items, DocumentOrigin Source) : SourceDocument
{
    /// <inheritdoc/>
    public override DocumentOrigin Origin => Source;
}

/// <summary>Accepts the failure of one rule for a while.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="About">Why, and who answers for it.</param>
/// <param name="Until">The last day on which it holds, in UTC.</param>
/// <param name="Hosts">Glob patterns of host names; <c>*</c> where the author names none.</param>
/// <param name="While">It holds only while this does; null if nothing is asked.</param>
public sealed record Waiver(RuleName Rule, WaiverAbout About, DateOnly Until, Sequence<string> Hosts, Condition? While);

/// <summary>What readers see of a waiver.</summary>
/// <param name="Reason">Why the failure is accepted.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Ticket">Where it is dealt with; null if the author does not say.</param>
public sealed record WaiverAbout(string Reason, string Owner, string? Ticket);

/// <summary>A rule of any policy, such as <c>kvm-host/cpu-virtualization</c>.</summary>
/// <param name="Policy">The id of the policy.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Span">Where the name stands.</param>
public sealed record RuleName(string Policy, string Rule, SourceSpan Span)
{
    /// <summary>The policy, a slash, the rule.</summary>
    public override string ToString() => $"{Policy}/{Rule}";
}
