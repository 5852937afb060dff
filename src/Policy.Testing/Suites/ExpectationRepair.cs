using Policy.Core.Evaluation;

namespace Policy.Testing.Suites;

/// <summary>The change of one line of tests that makes an expectation met, for the case that the policy is right.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Before">The line as it is.</param>
/// <param name="After">The line as it would be; of two lines where one has to be put in.</param>
public sealed record ExpectationRepair(int Line, string Before, string After)
{
    /// <summary>The change; null where the text has another form than a line can show.</summary>
    public static ExpectationRepair? Of(CaseResult item, Expectation expectation)
    {
        var (written, span) = (expectation.Written, expectation.Written.Span);
        var line = item.Case.Suite.Text.Split('\n')[span.Line - 1].TrimEnd('\r');
        var (start, end) = (span.Column - 1, span.Column - 1 + span.Length);
        var entry = $"{expectation.Finding.Rule.Id}: {expectation.Finding.Verdict.Name()}";
        var isStar = written.Rule == "*";
        if (isStar && item.Expectations.Where(other => other.Written == written).Any(other => other.Finding.Verdict != expectation.Finding.Verdict))
        {
            var isBlock = string.IsNullOrWhiteSpace(line[..start]);
            return new ExpectationRepair(span.Line, line, isBlock ? $"{line[..start]}{entry}\n{line}" : $"{line[..start]}{entry}, {line[start..]}");
        }

        var value = line.IndexOf(written.Verdict, Math.Min(end, line.Length), StringComparison.Ordinal);
        return value < 0 ? null : new ExpectationRepair(span.Line, line, $"{line[..value]}{expectation.Finding.Verdict.Name()}{line[(value + written.Verdict.Length)..]}");
    }
}
