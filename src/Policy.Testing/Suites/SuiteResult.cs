using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Testing.Suites;

/// <summary>What running the tests of a policy gave.</summary>
/// <param name="Suite">The tests.</param>
/// <param name="Cases">One for each case, in their order.</param>
public sealed record SuiteResult(TestSuite Suite, Sequence<CaseResult> Cases)
{
    /// <summary>Whether every expectation is met.</summary>
    public bool IsMet => Cases.All(item => item.IsMet);
}

/// <summary>What one case gave.</summary>
/// <param name="Case">The case, compiled and with its host's facts.</param>
/// <param name="Findings">What the policy concludes about the host.</param>
/// <param name="Expectations">One for each rule of which the case expects something, in the order of the policy.</param>
/// <param name="Elapsed">How long judging took.</param>
public sealed record CaseResult(SuiteCase Case, HostFindings Findings, Sequence<Expectation> Expectations, TimeSpan Elapsed)
{
    /// <summary>Whether every expectation is met.</summary>
    public bool IsMet => Expectations.All(item => item.IsMet);
}

/// <summary>A case that can be run.</summary>
/// <param name="Suite">The tests in which it stands.</param>
/// <param name="Name">The host, with the number of the case where the host has several: <c>intel</c>, <c>intel 2</c>.</param>
/// <param name="Written">The case of the document.</param>
/// <param name="Run">The policy, compiled with the parameters of the case.</param>
/// <param name="Facts">The facts of the host, one for each slot of the run.</param>
public sealed record SuiteCase(TestSuite Suite, string Name, TestCase Written, PolicyRun Run, HostFacts Facts);

/// <summary>What is expected of a rule, and what it says.</summary>
/// <param name="Written">The expectation; its rule is <c>*</c> where it stands for every rule that is not named.</param>
/// <param name="Finding">What the rule says.</param>
public sealed record Expectation(ExpectedVerdict Written, Finding Finding)
{
    /// <summary>Whether the rule says what is expected.</summary>
    public bool IsMet => Finding.Verdict.Name() == Written.Verdict;
}
