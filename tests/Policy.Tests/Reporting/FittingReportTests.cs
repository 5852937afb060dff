using System.Text;
using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Policy.Reporting;
using Policy.Reporting.Results;

namespace Policy.Tests.Reporting;

/// <summary>Reports that have to fit somewhere.</summary>
public sealed class FittingReportTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(1, 3000)]
    [InlineData(60, 60)]
    [InlineData(3000, 5)]
    public void A_comment_fits_and_says_what_it_leaves_out(int hosts, int rules)
    {
        var text = Render.Text(Reports.Comment(ResultsWriter.Document(Fleet(hosts, rules))));

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 65_536);
        Assert.Equal(hosts * rules > 3, text.Contains("Left out to fit: ", StringComparison.Ordinal));
        Assert.Contains(hosts == 1 ? "blocked" : $"{hosts} of {hosts} blocked", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_summary_fits_1_MiB_and_a_page_of_many_hosts_5_megabytes()
    {
        var json = ResultsWriter.Document(Fleet(300, 60));

        Assert.InRange(Encoding.UTF8.GetByteCount(Render.Text(Reports.Markdown(json))), 100_000, 1024 * 1024);
        Assert.InRange(Encoding.UTF8.GetByteCount(Render.Text(Reports.Html(json))), 500_000, 5_000_000);
    }

    [Fact]
    public void The_verdict_fits_whatever_the_texts_are()
    {
        var run = Hostile.Run(new string('|', 100_000));

        Assert.InRange(Encoding.UTF8.GetByteCount(Render.Text(Reports.Comment(ResultsWriter.Document(run)))), 1, 65_536);
    }

    [Fact]
    public void What_is_left_out_are_the_least_severe_rules()
    {
        var policy = Made.Policy("p", [.. Enumerable.Range(0, 3000).Select(number => Made.Rule($"r{number}", Verdict.Fail, number == 2999 ? RuleSeverity.Critical : RuleSeverity.Low))]);

        var text = Render.Text(Reports.Comment(ResultsWriter.Document(Made.Run(Made.Host("h", [], policy)))));

        Assert.Contains("Title of r2999", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Title of r2998", text, StringComparison.Ordinal);
    }

    private static RunResults Fleet(int hosts, int rules) => Made.Run([.. Enumerable.Range(0, hosts).Select(host =>
        Made.Host($"host-{host}", [], Made.Policy("p", [.. Enumerable.Range(0, rules).Select(rule => Made.Rule($"r{rule}", rule % 2 == 0 ? Verdict.Fail : Verdict.Pass, RuleSeverity.High, Made.Seen("a.fact", $"value {rule}")))])))]);
}
