using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>What a run concluded about one host.</summary>
/// <param name="Origin">Whose facts were judged.</param>
/// <param name="FactsDigest">The digest of the fact document.</param>
/// <param name="Profiles">What each profile concluded, in the order in which they were named; the profiles that one includes stand before it.</param>
/// <param name="Policies">What each policy concluded, each once for every way in which it is tailored.</param>
public sealed record HostFindings(FactOrigin Origin, string FactsDigest, Sequence<ProfileFindings> Profiles, Sequence<PolicyFindings> Policies)
{
    /// <summary>What became of each waiver of the run, in their order.</summary>
    public Sequence<WaiverFinding> Waivers { get; init; } = [];

    /// <summary>The rules of which the baseline has a finding that is not there any more, as policy, slash, rule, in ordinal order.</summary>
    public Sequence<string> Fixed { get; init; } = [];

    /// <summary>The sum over all policies.</summary>
    public Verdict Verdict => Verdicts.Sum(Policies.Select(policy => policy.Verdict));
}

/// <summary>What one profile concluded about one host.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Verdict">The sum over its policies.</param>
/// <param name="Policies">Indexes of its policies in <see cref="HostFindings.Policies"/>.</param>
public sealed record ProfileFindings(ProfileDocument Profile, Verdict Verdict, Sequence<int> Policies);
