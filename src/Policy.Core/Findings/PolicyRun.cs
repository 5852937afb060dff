using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>Everything that hosts are judged by in one run: policies compiled over common slots, and the profiles that they belong to.</summary>
/// <remarks>Immutable; it judges any number of hosts, also at the same time.</remarks>
public sealed class PolicyRun
{
    private readonly PolicyPlan[] plans;
    private readonly WaiverPlan[] waivers;

    /// <summary>Compiles tailored policies.</summary>
    /// <param name="policies">The policies, each once for every way in which it is tailored.</param>
    /// <param name="profiles">The profiles with indexes into the policies.</param>
    /// <param name="waivers">The waivers; of several for one rule on one host the first in force counts.</param>
    public PolicyRun(IEnumerable<TailoredPolicy> policies, Sequence<ProfileSelection> profiles, Sequence<WaiverDocument> waivers = default)
    {
        plans = [.. policies.Select(policy => PolicyPlan.Compile(policy.Policy, policy.Settings, Slots))];
        this.waivers = [.. waivers.SelectMany(document => WaiverPlan.Compile(document, Slots))];
        Profiles = profiles;
    }

    /// <summary>The facts that are read; a fact document is scanned once for them.</summary>
    public FactSlots Slots { get; } = new();

    /// <summary>The compiled policies.</summary>
    public IReadOnlyList<PolicyPlan> Plans => plans;

    /// <summary>The profiles.</summary>
    public Sequence<ProfileSelection> Profiles { get; }

    /// <summary>What the run concludes about a host.</summary>
    /// <param name="facts">The host.</param>
    /// <param name="at">The moment whose day in UTC decides whether a waiver has expired; null for that of the facts.</param>
    public HostFindings Judge(HostFacts facts, DateTimeOffset? at = null)
    {
        var judged = plans.Select(plan => Assessment.Judge(plan, facts)).ToSequence();
        var found = new Waiving(facts, DayOf(at ?? facts.Origin.CollectedAt)).Find(waivers, judged);
        var policies = Waiving.Accept(judged, found);
        var profiles = Profiles.Select(selection => new ProfileFindings(selection.Profile, Verdicts.Sum(selection.Policies.Select(index => policies[index].Verdict)), selection.Policies));
        return new HostFindings(facts.Origin, facts.Digest, [.. profiles], policies) { Waivers = found };
    }

    private static DateOnly? DayOf(DateTimeOffset? moment) => moment is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;
}

/// <summary>A policy with severities changed and rules left out, and with chosen values.</summary>
public sealed record TailoredPolicy(PolicyDocument Policy, PolicySettings Settings);

/// <summary>A profile and the indexes of its policies.</summary>
public sealed record ProfileSelection(ProfileDocument Profile, Sequence<int> Policies);
