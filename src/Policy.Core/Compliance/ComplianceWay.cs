using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Compliance;

/// <summary>The shortest way to compliance: the least that must be otherwise on a host for every failing rule to pass.</summary>
/// <param name="Steps">What must change, the least effort first. None of the changes can be left out.</param>
/// <param name="Beyond">The failing rules for which no change was found that breaks nothing else.</param>
public sealed record ComplianceWay(Sequence<ComplianceStep> Steps, Sequence<BeyondRepair> Beyond);

/// <summary>Changes that belong together, because together they repair the same rules.</summary>
/// <param name="Effort">What it takes: the most of its rules.</param>
/// <param name="Changes">What must be otherwise.</param>
/// <param name="Repairs">The rules that pass afterwards.</param>
/// <param name="Alternatives">Other changes that repair the same rules and break nothing, with as much effort or more; at most two.</param>
public sealed record ComplianceStep(RemedyEffort Effort, Sequence<FactStep> Changes, Sequence<RepairedRule> Repairs, Sequence<Sequence<FactStep>> Alternatives)
{
    /// <summary>What must be otherwise too, for rules whose root causes this step removes: look again before you change it by hand.</summary>
    public Sequence<FactStep> Follows { get; init; } = [];
}

/// <summary>A fact that must be otherwise.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="From">What it is.</param>
/// <param name="To">The nearest that does: what it must at least be.</param>
/// <param name="Effort">What it takes.</param>
public sealed record FactStep(FactReference Fact, Observation From, Observation To, RemedyEffort Effort)
{
    /// <summary>The same as a change of a host.</summary>
    public HostChange Change => new(Fact, To);
}

/// <summary>A rule of a policy that fails.</summary>
/// <param name="Policy">The id of the policy.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Remedy">What its author advises on this host; null if nobody wrote anything.</param>
public sealed record RepairedRule(string Policy, Rule Rule, Remedy? Remedy)
{
    /// <summary>Policy, slash, rule.</summary>
    public string Name => $"{Policy}/{Rule.Id}";
}

/// <summary>A failing rule that no change of facts repairs.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why.</param>
public sealed record BeyondRepair(RepairedRule Rule, BeyondReason Reason);

/// <summary>Why no way was found.</summary>
public enum BeyondReason
{
    /// <summary>No value of the facts that the rule asks lets it pass.</summary>
    NoValue,

    /// <summary>Every change that was tried lets another rule fail.</summary>
    BreaksOthers,
}

/// <summary>The names of reasons.</summary>
public static class BeyondReasons
{
    /// <summary>The name in results, such as <c>no-value</c>.</summary>
    public static string Name(this BeyondReason reason) => reason switch
    {
        BeyondReason.NoValue => "no-value",
        BeyondReason.BreaksOthers => "breaks-others",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Who must act.</summary>
public enum Actor
{
    /// <summary>An administrator at the keyboard.</summary>
    Keyboard,

    /// <summary>Somebody at the set-up of the firmware.</summary>
    Firmware,

    /// <summary>A buyer of hardware.</summary>
    Hardware,
}

/// <summary>Who makes which effort.</summary>
public static class Actors
{
    /// <summary>Who makes an effort.</summary>
    public static Actor Of(RemedyEffort effort) => effort switch
    {
        RemedyEffort.Firmware => Actor.Firmware,
        RemedyEffort.Hardware => Actor.Hardware,
        _ => Actor.Keyboard,
    };

    /// <summary><c>keyboard</c>, <c>firmware</c> or <c>hardware</c>.</summary>
    public static string Name(this Actor actor) => actor switch
    {
        Actor.Keyboard => "keyboard",
        Actor.Firmware => "firmware",
        Actor.Hardware => "hardware",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
