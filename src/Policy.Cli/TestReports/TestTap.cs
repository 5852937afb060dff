using System.Text;
using Policy.Cli.Terminal;
using Policy.Testing.Suites;

namespace Policy.Cli.TestReports;

/// <summary>Writes results of tests as TAP version 14: a test point for each expectation, with a YAML block where one is not met.</summary>
internal static class TestTap
{
    /// <summary>The document, with a line end at its end.</summary>
    public static byte[] Write(TestReport report)
    {
        var points = report.Expectations.ToList();
        var text = new StringBuilder($"TAP version 14\n1..{points.Count}\n");
        for (var index = 0; index < points.Count; index++)
        {
            var (suite, item, expectation) = points[index];
            text.Append($"{(expectation.IsMet ? "ok" : "not ok")} {index + 1} - {Escaped($"{suite.Suite.Name}/{item.Case.Name}/{expectation.Finding.Rule.Id}")}\n");
            if (!expectation.IsMet)
            {
                Block(text, item, expectation, report);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // `#` begins a directive and `\` escapes it.
    private static string Escaped(string name) => Plain.Text(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);

    private static void Block(StringBuilder text, CaseResult item, Expectation expectation, TestReport report)
    {
        var span = expectation.Written.Span;
        text.Append("  ---\n")
            .Append($"  message: '{FailureText.Head(expectation)}'\n")
            .Append("  severity: fail\n")
            .Append($"  at: {{ file: '{Plain.Text(span.File).Replace("'", "''", StringComparison.Ordinal)}', line: {span.Line}, column: {span.Column} }}\n")
            .Append("  why: |\n");
        foreach (var line in FailureText.Lines(item, expectation))
        {
            text.Append($"    {Plain.Text(line)}\n");
        }

        text.Append("  ...\n");
    }
}
