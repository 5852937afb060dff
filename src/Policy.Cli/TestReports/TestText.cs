using Policy.Cli.Terminal;
using Policy.Core.Conditions;
using Policy.Core.Prose;
using Policy.Reporting.Results;
using Policy.Testing.Suites;

namespace Policy.Cli.TestReports;

/// <summary>Results of tests for a person at a terminal: a line for what is well, everything about what is not.</summary>
internal static class TestText
{
    /// <summary>The text.</summary>
    public static string Of(TestReport report, TimeSpan budget, TerminalText text)
    {
        foreach (var suite in report.Suites)
        {
            Suite(text, suite, report);
        }

        foreach (var (suite, item) in Slow(report, budget))
        {
            text.Wrapped("! slow    ", $"{suite.Suite.Tests.Origin.File}: {item.Case.Name} took {item.Elapsed.TotalSeconds:0.0} s, more than {budget.TotalSeconds:0.###} s", Colour.Yellow);
        }

        Conclusion(text, report);
        return text.ToString();
    }

    private static IEnumerable<(SuiteResult Suite, CaseResult Item)> Slow(TestReport report, TimeSpan budget) =>
        from suite in report.Suites from item in suite.Cases where item.Elapsed > budget select (suite, item);

    private static void Suite(TerminalText text, SuiteResult suite, TestReport report)
    {
        var met = suite.Cases.Count(item => item.IsMet);
        var count = met == suite.Cases.Count ? Count(met, "case") : $"{met} of {Count(suite.Cases.Count, "case")}";
        text.Line($"{(suite.IsMet ? "✓" : "✗")} {suite.Suite.Tests.Origin.File}   {count}", suite.IsMet ? Colour.Green : Colour.Red);
        foreach (var item in suite.Cases.Where(item => !item.IsMet))
        {
            text.Line($"  ✗ {item.Case.Name}   line {item.Case.Written.Span.Line}", Colour.Red);
            foreach (var expectation in item.Expectations.Where(expectation => !expectation.IsMet))
            {
                Failure(text, item, expectation);
            }

            Repairs(text, item, report);
        }
    }

    private static void Failure(TerminalText text, CaseResult item, Expectation expectation)
    {
        text.Wrapped("      ", $"{expectation.Finding.Rule.Id}: {FailureText.Head(expectation)}", Colour.Bold);
        foreach (var line in ExplanationText.Lines(expectation.Finding.Explanation, item.Case.Run.Plans[0].Settings.Parameters, Language.English))
        {
            text.Wrapped($"{new string(' ', 8 + (2 * line.Depth))}{line.Mark}", line.Text, ColourOf(line.Answer));
        }
    }

    private static void Repairs(TerminalText text, CaseResult item, TestReport report)
    {
        var unmet = item.Expectations.Where(expectation => !expectation.IsMet);
        foreach (var repair in unmet.Select(expectation => ExpectationRepair.Of(item, expectation)).OfType<ExpectationRepair>().Distinct())
        {
            text.Line($"      if the policy is right, {item.Case.Written.Span.File}:{repair.Line}", Colour.Dim);
            text.Line($"        - {repair.Before.Trim()}", Colour.Red);
            foreach (var after in repair.After.Split('\n'))
            {
                text.Line($"        + {after.Trim()}", Colour.Green);
            }
        }
    }

    private static void Conclusion(TerminalText text, TestReport report)
    {
        var failed = report.Cases - report.MetCases;
        var unmet = report.Expectations.Count(item => !item.Expectation.IsMet);
        var all = report.Expectations.Count();
        text.Line(
            failed == 0 ? $"{Count(report.Cases, "case")} passed, {Count(all, "expectation")} met" : $"{Count(failed, "case")} failed of {report.Cases}, {Count(unmet, "expectation")} of {all} not met",
            failed == 0 ? Colour.Green : Colour.Red);
    }

    private static Colour ColourOf(Truth? answer) => answer switch
    {
        Truth.True => Colour.Green,
        Truth.False => Colour.Red,
        Truth.Unknown => Colour.Yellow,
        _ => Colour.None,
    };

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? string.Empty : "s")}";
}
