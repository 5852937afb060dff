using Policy.Core.Evaluation;
using Policy.Core.Prose;
using Policy.Reporting.Results;

namespace Policy.Testing.Suites;

/// <summary>Why an expectation is not met, as plain lines.</summary>
public static class FailureText
{
    /// <summary>What was expected and what is so, in one line.</summary>
    public static string Head(Expectation expectation) => $"expected {expectation.Written.Verdict}, is {expectation.Finding.Verdict.Name()}";

    /// <summary>The explanation with what was seen, and the change that would make it met.</summary>
    public static IEnumerable<string> Lines(CaseResult item, Expectation expectation)
    {
        var parameters = item.Case.Run.Plans[0].Settings.Parameters;
        foreach (var line in ExplanationText.Lines(expectation.Finding.Explanation, parameters, Language.English))
        {
            yield return $"{new string(' ', 2 * line.Depth)}{line.Mark}{line.Text}";
        }

        if (ExpectationRepair.Of(item, expectation) is { } repair)
        {
            yield return $"if the policy is right, change {expectation.Written.Span.File}:{repair.Line}";
            yield return $"- {repair.Before.Trim()}";
            foreach (var after in repair.After.Split('\n'))
            {
                yield return $"+ {after.Trim()}";
            }
        }
    }
}
