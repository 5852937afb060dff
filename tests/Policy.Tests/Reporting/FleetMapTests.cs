using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Policy.Reporting;
using Policy.Reporting.Results;

namespace Policy.Tests.Reporting;

/// <summary>The map of hosts by rule.</summary>
public sealed class FleetMapTests
{
    [Fact]
    public void Hosts_with_the_same_root_causes_are_a_group_and_stand_side_by_side()
    {
        var run = Fleet(("a", "x"), ("b", ""), ("c", "y"), ("d", "x"), ("e", "x y"));

        Assert.Equal(
            "Title of x: a d; Title of y: c; Title of x, Title of y: e; nothing stands in the way: b; ",
            Render.Text(run, "{{ for g in report.map.groups }}{{ g.title }}:{{ for h in g.hosts }} {{ h.name }}{{ end }}; {{ end }}"));
    }

    [Fact]
    public void A_row_has_a_line_for_each_run_of_hosts_with_the_same_verdict()
    {
        var run = Fleet(("a", "x"), ("b", ""), ("c", "y"), ("d", "x"), ("e", "x y"));

        Assert.Equal(
            "x 3 [fail M0 .5h2M3 .5h1][pass M2 .5h1M4 .5h1]; y 2 [fail M2 .5h2][pass M0 .5h2M4 .5h1]; 1",
            Render.Text(run, "{{ for r in report.map.rows }}{{ r.name | string.remove 'p/' }} {{ r.fail }} {{ for s in r.strips }}[{{ s.verdict }} {{ s.path }}]{{ end }}; {{ end }}{{ report.map.rest }}"));
    }

    [Fact]
    public void The_text_beside_a_strip_tells_what_the_strip_shows()
    {
        var page = Documents.Html(Render.Text(Reports.Html(Fleet(("a", "x"), ("b", ""), ("c", "y")))));

        Assert.Equal(
            ["fails (1 of 3 hosts); passes (2 of 3 hosts)", "fails (1 of 3 hosts); passes (2 of 3 hosts)"],
            page.QuerySelectorAll("table.map svg").Select(strip => strip.GetAttribute("aria-label")));
        Assert.Equal("host-1-p-x", page.QuerySelector("table.map a")!.GetAttribute("href")!.TrimStart('#'));
        Assert.NotNull(page.GetElementById("host-1-p-x"));
    }

    [Fact]
    public void A_host_without_a_rule_leaves_its_column_empty()
    {
        var run = Made.Run(Made.Host("a", [], Made.Policy("p", Made.Rule("x", Verdict.Fail))), Made.Host("b", [], Made.Policy("q", Made.Rule("z", Verdict.Unknown))), new UnreadableHost("c", "no JSON"));

        Assert.Equal("x M0 .5h1; z M1 .5h1; ", Render.Text(run, "{{ for r in report.map.rows }}{{ r.title | string.remove 'Title of ' }} {{ for s in r.strips }}{{ s.path }}{{ end }}; {{ end }}"));
    }

    private static RunResults Fleet(params ReadOnlySpan<(string Name, string Fails)> hosts)
    {
        var made = new List<HostResult>();
        foreach (var (name, fails) in hosts)
        {
            made.Add(Made.Host(name, [], Made.Policy("p", [.. new[] { "x", "y", "z" }.Select(rule => Made.Rule(rule, fails.Split(' ').Contains(rule) ? Verdict.Fail : Verdict.Pass, rule == "x" ? RuleSeverity.High : RuleSeverity.Low))])));
        }

        return Made.Run([.. made]);
    }
}
