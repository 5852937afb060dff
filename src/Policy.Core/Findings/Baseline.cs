using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;

namespace Policy.Core.Findings;

/// <summary>What was found before, so that only what is new counts.</summary>
public sealed class Baseline
{
    private readonly HashSet<KnownFinding> known;
    private readonly ILookup<string, KnownFinding> byHost;

    /// <summary>A baseline of findings that fail, warn or are unknown.</summary>
    public Baseline(IEnumerable<KnownFinding> findings)
    {
        known = [.. findings];
        byHost = known.ToLookup(item => item.Host, StringComparer.Ordinal);
    }

    /// <summary>Whether a verdict is one of which a baseline says that it is new or known.</summary>
    public static bool Covers(Verdict verdict) => verdict is Verdict.Fail or Verdict.Warn or Verdict.Unknown;

    /// <summary>The findings marked as new or known, and what was fixed since; no verdict changes.</summary>
    public HostFindings Mark(HostFindings host)
    {
        var policies = host.Policies.Select(policy => policy with { Findings = policy.Findings.Select(finding => Mark(finding, policy.Policy.Id, host.Origin.Host)).ToSequence() });
        var open = host.Policies.SelectMany(policy => policy.Findings.Where(finding => Covers(finding.Verdict)).Select(finding => $"{policy.Policy.Id}/{finding.Rule.Id}")).ToHashSet(StringComparer.Ordinal);
        var judged = host.Policies.SelectMany(policy => policy.Findings.Select(finding => $"{policy.Policy.Id}/{finding.Rule.Id}")).ToHashSet(StringComparer.Ordinal);
        var closed = byHost[host.Origin.Host].Select(item => item.Rule).Where(rule => judged.Contains(rule) && !open.Contains(rule));
        return host with { Policies = policies.ToSequence(), Fixed = closed.Distinct().Order(StringComparer.Ordinal).ToSequence() };
    }

    private Finding Mark(Finding finding, string policy, string host) => Covers(finding.Verdict)
        ? finding with { Age = known.Contains(new KnownFinding(host, $"{policy}/{finding.Rule.Id}", finding.Verdict, Fingerprint.Of(finding))) ? FindingAge.Known : FindingAge.New }
        : finding;
}

/// <summary>A finding of an earlier run.</summary>
/// <param name="Host">The host.</param>
/// <param name="Rule">The rule: policy, slash, rule.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Fingerprint">Its <see cref="Findings.Fingerprint"/>.</param>
public sealed record KnownFinding(string Host, string Rule, Verdict Verdict, string Fingerprint);

/// <summary>Whether a baseline holds a finding.</summary>
public enum FindingAge
{
    /// <summary>It does not.</summary>
    New,

    /// <summary>It does: the same rule on the same host for the same facts.</summary>
    Known,
}
