using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Tests.Reporting;

public sealed class ReportModelTests
{
    private const string Shapes =
        "{{ report.title }}:{{ for s in report.hosts[0].shapes }} {{ s.id }}={{ s.word }}({{ for b in s.blockers }} {{ b.id }}{{ end }} ){{ end }}";
    private const string Missing = "{{ for r in report.hosts[0].missing }}{{ r.level }}{{ r.id }} {{ end }}";

    [Fact]
    public void Shapes_are_the_profiles_that_hold_policies_and_the_profile_above_them_is_the_title()
    {
        var run = Made.Run(Made.Host(
            "h",
            [Made.Shape("metal", Verdict.Fail, 0), Made.Shape("vms", Verdict.Pass, 1), Made.Umbrella("all", Verdict.Fail, ["metal", "vms"], [0, 1])],
            Made.Policy("p", Made.Rule("a", Verdict.Fail)),
            Made.Policy("q", Made.Rule("b", Verdict.Pass))));

        Assert.Equal("Title of all: metal=blocked( a ) vms=ready( )", Render.Text(run, Shapes));
    }

    [Fact]
    public void A_policy_of_no_profile_stands_for_itself()
    {
        var run = Made.Run(Made.Host("h", [], Made.Policy("p", Made.Rule("a", Verdict.NotApplicable))));

        Assert.Equal("Title of p: p=nothing decided( )", Render.Text(run, Shapes));
    }

    [Fact]
    public void What_blocks_a_shape_is_its_root_causes_the_most_severe_first()
    {
        var run = Made.Run(Made.Host(
            "h",
            [Made.Shape("s", Verdict.Fail, 0), Made.Shape("t", Verdict.Unknown, 1)],
            Made.Policy(
                "p",
                Made.Rule("low", Verdict.Fail, RuleSeverity.Low),
                Made.Rule("caused", Verdict.Fail, RuleSeverity.Critical) with { BecauseOf = ["low"] },
                Made.Rule("high", Verdict.Fail)),
            Made.Policy("q", Made.Rule("open", Verdict.Unknown))));

        Assert.Equal("Policy report: s=blocked( high low ) t=undecided( )", Render.Text(run, Shapes));
    }

    [Fact]
    public void What_is_missing_stands_most_severe_first_and_each_below_its_cause()
    {
        var run = Made.Run(Made.Host("h", [], Made.Policy(
            "p",
            Made.Rule("deep", Verdict.Fail, RuleSeverity.Critical) with { BecauseOf = ["caused"] },
            Made.Rule("caused", Verdict.Fail, RuleSeverity.Critical) with { BecauseOf = ["open", "root"] },
            Made.Rule("root", Verdict.Fail, RuleSeverity.Low),
            Made.Rule("open", Verdict.Unknown),
            Made.Rule("other", Verdict.Fail, RuleSeverity.Medium))));

        Assert.Equal("0other 0root 1caused 2deep ", Render.Text(run, Missing));
    }

    [Fact]
    public void Rules_that_name_each_other_as_the_cause_are_all_there()
    {
        var run = Made.Run(Made.Host("h", [], Made.Policy(
            "p",
            Made.Rule("a", Verdict.Fail) with { BecauseOf = ["b"] },
            Made.Rule("b", Verdict.Fail) with { BecauseOf = ["a"] },
            Made.Rule("c", Verdict.Fail) with { BecauseOf = ["c", "nothing"] })));

        Assert.Equal("0c 0a 1b ", Render.Text(run, Missing));
    }

    [Fact]
    public void A_rule_in_two_copies_with_the_same_evidence_is_shown_once_with_both_questions()
    {
        const string Asked =
            "{{ for r in report.hosts[0].missing }}{{ r.severity }}:{{ for q in r.asked }} {{ q.text }} for {{ q.needed_for[0] }};{{ end }}{{ end }}";
        var memory = Made.Seen("memory.usable", "1 GiB");
        var two = Made.Rule("m", Verdict.Fail, RuleSeverity.Low, memory) with { Explanation = Made.Test("at least 2 GiB", Truth.False) };
        var four = Made.Rule("m", Verdict.Fail, RuleSeverity.High, memory) with { Explanation = Made.Test("at least 4 GiB", Truth.False) };
        var shapes = Sequence.Create([Made.Shape("s", Verdict.Fail, 0), Made.Shape("t", Verdict.Fail, 1)]);

        var text = Render.Text(Made.Run(Made.Host("h", shapes, Made.Policy("p", two), Made.Policy("p", four))), Asked);

        Assert.Equal("high: at least 4 GiB for Title of t; at least 2 GiB for Title of s;", text);
    }

    [Fact]
    public void Copies_with_other_evidence_or_another_verdict_are_shown_apart_under_their_own_ids()
    {
        var run = Made.Run(Made.Host(
            "h",
            [],
            Made.Policy("p", Made.Rule("m", Verdict.Fail, RuleSeverity.High, Made.Seen("a", "1"))),
            Made.Policy("p", Made.Rule("m", Verdict.Fail, RuleSeverity.High, Made.Seen("a", "2"))),
            Made.Policy("p", Made.Rule("m", Verdict.Pass, RuleSeverity.High, Made.Seen("a", "1")))));

        var text = Render.Text(run, "{{ h = report.hosts[0] }}{{ for r in h.missing }}{{ r.anchor }} {{ end }}{{ for r in h.passed }}{{ r.anchor }}{{ end }}");

        Assert.Equal("p-m p-m-2 p-m-3", text);
    }

    [Theory]
    [InlineData(UnknownCause.Denied, "Run as root")]
    [InlineData(UnknownCause.NotCollected, "Collect it")]
    [InlineData(UnknownCause.MissingSource, "Provide dev/x")]
    [InlineData(UnknownCause.Timeout, "Collect again")]
    [InlineData(UnknownCause.Malformed, "Mend dev/x")]
    [InlineData(UnknownCause.Unsupported, "Look elsewhere")]
    public void An_undecided_rule_says_what_would_decide_it(UnknownCause cause, string advice)
    {
        var inner = Made.Test("inner", Truth.Unknown, Made.NotSeen("inner.fact", cause, "dev/x"));
        var rule = Made.Rule("r", Verdict.Unknown) with { Explanation = Made.Group("all of", Truth.Unknown, inner, inner) };

        const string Advice = "{{ for f in report.hosts[0].undecided[0].undecided }}{{ f.path }} {{ f.cause }} {{ f.advice }}{{ end }}";
        var text = Render.Text(Made.Run(Made.Host("h", [], Made.Policy("p", rule))), Advice);

        Assert.StartsWith($"inner.fact {cause.Name()} {advice}", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("inner.fact").Length - 1);
    }

    [Fact]
    public void A_rule_that_does_not_apply_says_why()
    {
        var kind = Made.Test("host.kind is vm", Truth.False, Made.Seen("host.kind", "container"));
        var applies = Made.Group("all of", Truth.False, Made.Test("os.family is linux", Truth.True), kind);
        var run = Made.Run(Made.Host("h", [], Made.Policy("p", Made.Rule("r", Verdict.NotApplicable) with { Explanation = applies })));

        Assert.Equal("host.kind is vm; observed container", Render.Text(run, "{{ report.hosts[0].not_applicable[0].reason }}"));
    }

    [Fact]
    public void The_host_is_described_by_what_its_evidence_holds()
    {
        Evidence[] seen = [Made.Seen("host.kind", "vm"), Made.Seen("os.id", "debian"), Made.NotSeen("kernel.release", UnknownCause.Denied)];
        var run = Made.Run(Made.Host("h", [], Made.Policy("p", Made.Rule("r", Verdict.Pass, RuleSeverity.High, seen))));

        Assert.Equal("Operating system=debian Kind=vm ", Render.Text(run, "{{ for a in report.hosts[0].about }}{{ a.label }}={{ a.value }} {{ end }}"));
    }

    [Fact]
    public void The_lines_of_an_explanation_open_and_close_as_many_lists()
    {
        var tree = Made.Group("1", Truth.False, Made.Group("2", Truth.False, Made.Test("3", Truth.False)), Made.Test("4", Truth.True));
        var run = Made.Run(Made.Host("h", [], Made.Policy("p", Made.Rule("r", Verdict.Fail) with { Explanation = tree })));

        const string Lines = "{{ for l in report.hosts[0].missing[0].lines }}{{ l.text }}{{ if l.opens }}({{ end }}{{ for c in l.closes }}){{ end }}{{ end }}";
        var text = Render.Text(run, Lines);

        Assert.Equal("1(2(3)4)", text);
    }
}
