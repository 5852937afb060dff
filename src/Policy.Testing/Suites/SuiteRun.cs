using System.Diagnostics;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;

namespace Policy.Testing.Suites;

/// <summary>Runs the tests of policies.</summary>
public static class SuiteRun
{
    /// <summary>The cases of a suite, ready to be run; or complaints about files that are missing or cannot be read.</summary>
    public static Checked<IReadOnlyList<SuiteCase>> Cases(TestSuite suite) => new SuiteCases(suite).Read();

    /// <summary>Runs a suite.</summary>
    /// <returns>Nothing but complaints where a file is missing or cannot be read.</returns>
    public static Checked<SuiteResult> Of(TestSuite suite)
    {
        var cases = Cases(suite);
        var result = cases.Value is { } sound ? new SuiteResult(suite, sound.Select(Of).ToSequence()) : null;
        return new Checked<SuiteResult>(result, cases.Diagnostics);
    }

    /// <summary>Runs a case.</summary>
    public static CaseResult Of(SuiteCase item)
    {
        var start = Stopwatch.GetTimestamp();
        var findings = item.Run.Judge(item.Facts);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new CaseResult(item, findings, Expectations(item, findings), elapsed);
    }

    private static Sequence<Expectation> Expectations(SuiteCase item, HostFindings findings)
    {
        var expected = item.Written.Expect.ToDictionary(verdict => verdict.Rule, StringComparer.Ordinal);
        var rest = expected.GetValueOrDefault("*");
        return findings.Policies[0].Findings
            .Select(finding => (Written: expected.GetValueOrDefault(finding.Rule.Id) ?? rest, Finding: finding))
            .Where(pair => pair.Written is not null)
            .Select(pair => new Expectation(pair.Written!, pair.Finding))
            .ToSequence();
    }
}
