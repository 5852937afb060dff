using Policy.Testing.Suites;

namespace Policy.Cli.TestReports;

/// <summary>What a run of tests gave.</summary>
/// <param name="Suites">The documents of tests, in the order in which they were named.</param>
/// <param name="Texts">The bytes of documents, by the name under which complaints speak of them.</param>
internal sealed record TestReport(IReadOnlyList<SuiteResult> Suites, IReadOnlyDictionary<string, byte[]> Texts)
{
    /// <summary>Every expectation with its suite and case.</summary>
    public IEnumerable<(SuiteResult Suite, CaseResult Case, Expectation Expectation)> Expectations =>
        from suite in Suites from item in suite.Cases from expectation in item.Expectations select (suite, item, expectation);

    /// <summary>How many cases meet every expectation.</summary>
    public int MetCases => Suites.Sum(suite => suite.Cases.Count(item => item.IsMet));

    /// <summary>How many cases there are.</summary>
    public int Cases => Suites.Sum(suite => suite.Cases.Count);

    /// <summary>Whether every expectation is met.</summary>
    public bool IsMet => MetCases == Cases;
}
