using System.Text;
using Policy.Core.Findings;
using Policy.Testing.Snapshots;
using Policy.Testing.Suites;

namespace Policy.Testing;

/// <summary>What a case gave.</summary>
/// <param name="Name">Its name, such as <c>web-server/small</c>.</param>
/// <param name="Result">What was expected and what is so.</param>
public sealed record PolicyCaseResult(string Name, CaseResult Result)
{
    /// <summary>What the policy concludes about the host.</summary>
    public HostFindings Findings => Result.Findings;

    /// <summary>Every expectation that is not met, with its explanation; empty if all are.</summary>
    public string Complaint
    {
        get
        {
            var text = new StringBuilder();
            foreach (var expectation in Result.Expectations.Where(item => !item.IsMet))
            {
                text.AppendLine($"{Name}: {expectation.Finding.Rule.Id}: {FailureText.Head(expectation)}");
                foreach (var line in FailureText.Lines(Result, expectation))
                {
                    text.AppendLine($"  {line}");
                }
            }

            return text.ToString();
        }
    }

    /// <summary>The Markdown report about the host, steady enough to be compared with an earlier one.</summary>
    public string Report => SteadyReport.Markdown(Result.Findings);
}
