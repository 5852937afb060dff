using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Cli.Terminal;

/// <summary>One rule of one policy with one verdict, however often profiles tailor the policy.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Finding">The finding; of several equal ones the first.</param>
internal sealed record FindingGroup(string Policy, Finding Finding)
{
    /// <summary>The values of the policy's parameters.</summary>
    public Sequence<ChosenValue> Chosen { get; init; } = [];

    /// <summary>The verdict.</summary>
    public Verdict Verdict => Finding.Verdict;

    /// <summary>How much it matters.</summary>
    public RuleSeverity Severity => Finding.Rule.About.Severity;

    /// <summary>The findings about a host, warnings first, then the undecided, then failures; within each the worst last.</summary>
    public static IReadOnlyList<FindingGroup> Of(HostFindings host) =>
    [
        .. host.Policies.SelectMany(policy => policy.Findings.Select(finding => new FindingGroup(policy.Policy.Id, finding) { Chosen = policy.Parameters }))
            .DistinctBy(group => (group.Policy, group.Finding.Rule.Id, group.Verdict, group.Finding.Age))
            .OrderBy(group => Rank(group.Verdict)).ThenBy(group => group.Severity),
    ];

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Warn => 1,
        Verdict.Unknown => 2,
        Verdict.Fail => 3,
        _ => 0,
    };
}
