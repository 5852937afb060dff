using System.Text;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Reporting;
using Policy.Reporting.Results;

namespace Policy.Testing.Snapshots;

/// <summary>Reports to compare with earlier ones: only what a policy says about a host, and nothing of when, where and by which program.</summary>
public static class SteadyReport
{
    private const string Engine = "policy";

    /// <summary>The Markdown report about a host.</summary>
    /// <remarks>Without versions of the program, digests, moments and folders, so that it changes only with the policy and the facts.</remarks>
    /// <exception cref="FormatException">The report cannot be rendered.</exception>
    public static string Markdown(HostFindings findings) =>
        Reports.Markdown(new RunResults(Engine, null, [new JudgedHost(Steady(findings))])) switch
        {
            Rendered rendered => Encoding.UTF8.GetString(rendered.Utf8.Span),
            NotRendered failed => throw new FormatException(string.Join('\n', failed.Diagnostics)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static HostFindings Steady(HostFindings findings) => findings with
    {
        Origin = findings.Origin with { CollectedAt = null, Collector = Engine },
        FactsDigest = string.Empty,
        Policies = findings.Policies.Select(policy => policy with { Policy = policy.Policy with { About = Steady(policy.Policy.About) } }).ToSequence(),
        Profiles = findings.Profiles.Select(profile => profile with { Profile = profile.Profile with { About = Steady(profile.Profile.About) } }).ToSequence(),
    };

    private static DocumentAbout Steady(DocumentAbout about) => about with { Origin = new DocumentOrigin(Path.GetFileName(about.Origin.File), string.Empty) };
}
