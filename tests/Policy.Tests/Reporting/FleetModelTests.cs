using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Policy.Reporting.Results;

namespace Policy.Tests.Reporting;

/// <summary>What is counted over rules and over hosts.</summary>
public sealed class FleetModelTests
{
    [Theory]
    [InlineData(Verdict.Fail, RuleSeverity.Info, "99")]
    [InlineData(Verdict.Unknown, RuleSeverity.High, "99")]
    [InlineData(Verdict.Warn, RuleSeverity.Info, "99")]
    [InlineData(Verdict.Pass, RuleSeverity.Info, "100")]
    [InlineData(Verdict.NotApplicable, RuleSeverity.High, "100")]
    public void A_score_never_says_more_than_the_verdict(Verdict verdict, RuleSeverity severity, string expected)
    {
        var run = Made.Run(Made.Host("h", [], Made.Policy("p", Made.Rule("a", Verdict.Pass), Made.Rule("b", verdict, severity))));

        Assert.Equal(expected, Render.Text(run, "{{ report.hosts[0].counts.score }}"));
    }

    [Fact]
    public void Counts_say_how_much_was_decided_and_there_is_no_score_where_nothing_was()
    {
        var failed = Made.Rule("c", Verdict.Fail, RuleSeverity.Medium);
        var run = Made.Run(
            Made.Host("a", [], Made.Policy("p", Made.Rule("a", Verdict.Pass), Made.Rule("b", Verdict.Unknown), failed)),
            Made.Host("b", [], Made.Policy("p", Made.Rule("a", Verdict.Unknown))));

        Assert.Equal("63 % · 2 of 3 decided|0 of 1 decided|", Render.Text(run, "{{ for h in report.hosts }}{{ h.counts.score_text }}|{{ end }}"));
    }

    [Fact]
    public void A_fleet_has_its_most_common_causes_and_an_unreadable_host_its_error()
    {
        var run = Made.Run(
            Made.Host("a", [], Made.Policy("p", Made.Rule("x", Verdict.Fail, RuleSeverity.Low), Made.Rule("y", Verdict.Fail))),
            Made.Host("b", [], Made.Policy("p", Made.Rule("x", Verdict.Fail, RuleSeverity.Low), Made.Rule("y", Verdict.Pass))),
            new UnreadableHost("fleet.ndjson:3", "no JSON"));

        const string Causes =
            "{{ report.headline }};{{ for c in report.causes }} {{ c.id }} {{ c.text }},{{ end }} {{ for h in report.hosts }}{{ h.error }}{{ end }}";
        var text = Render.Text(run, Causes);

        Assert.Equal("2 of 3 blocked, 1 of 3 undecided; x 2 of 3 hosts, y 1 of 3 hosts, no JSON", text);
    }

    [Fact]
    public void Of_a_large_fleet_only_the_worst_hosts_are_listed_rule_by_rule()
    {
        var good = Made.Policy("p", [.. Enumerable.Range(0, 100).Select(number => Made.Rule($"r{number}", Verdict.Pass))]);
        var bad = Made.Policy("p", [.. Enumerable.Range(0, 100).Select(number => Made.Rule($"r{number}", Verdict.Fail))]);
        var run = Made.Run([.. Enumerable.Range(0, 80).Select(number => Made.Host($"h{number}", [], number % 2 == 0 ? good : bad))]);

        var text = Render.Text(run, "{{ report.left_out }}:{{ for h in report.hosts }}{{ if !h.is_detailed }}{{ h.word }} {{ end }}{{ end }}");

        Assert.Equal($"Left out to fit: 3000 rules in full. The saved results hold everything.:{string.Concat(Enumerable.Repeat("ready ", 30))}", text);
    }
}
