using Policy.Core.Evaluation;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>What became of one waiver on one host.</summary>
/// <param name="Document">The document in which it stands.</param>
/// <param name="Waiver">The waiver.</param>
/// <param name="State">Whether it is in force, or why not.</param>
/// <param name="While">Why its condition does not hold; null in every other state.</param>
public sealed record WaiverFinding(WaiverDocument Document, Waiver Waiver, WaiverState State, Explanation? While);

/// <summary>What became of a waiver; the first that is so.</summary>
public enum WaiverState
{
    /// <summary>No rule of its name was judged.</summary>
    Idle,

    /// <summary>It is for other hosts.</summary>
    OtherHost,

    /// <summary>Its last day was before the day of the judgement.</summary>
    Expired,

    /// <summary>Nobody says which day it is: the facts have no date, and none was given.</summary>
    Undated,

    /// <summary>The rule neither fails nor warns, so there is nothing to accept.</summary>
    Unused,

    /// <summary>Its condition is false.</summary>
    ConditionFalse,

    /// <summary>Its condition cannot be decided.</summary>
    ConditionUnknown,

    /// <summary>It accepts what the rule found.</summary>
    InForce,
}

/// <summary>Why a finding is waived.</summary>
/// <param name="Document">The document in which the waiver stands.</param>
/// <param name="Waiver">The waiver; of several in force the first.</param>
/// <param name="Verdict">What the rule says without it: fail or warn.</param>
public sealed record Acceptance(WaiverDocument Document, Waiver Waiver, Verdict Verdict);

/// <summary>Names of the states of waivers.</summary>
public static class WaiverStates
{
    /// <summary>The name in results.</summary>
    public static string Name(this WaiverState state) => state switch
    {
        WaiverState.Idle => "idle",
        WaiverState.OtherHost => "other_host",
        WaiverState.Expired => "expired",
        WaiverState.Undated => "undated",
        WaiverState.Unused => "unused",
        WaiverState.ConditionFalse => "condition_false",
        WaiverState.ConditionUnknown => "condition_unknown",
        WaiverState.InForce => "in_force",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
