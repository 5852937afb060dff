using Policy.Core.Findings;
using Policy.Testing.Coverage;

namespace Policy.Tests.Testing.Coverage;

public sealed class CoverageTests
{
    private const string Facts = """{ "slots": 2, "locked": true, "kind": "rack", "tags": ["a"], "shelves": [ { "width": 3, "full": true }, { "width": 2, "full": null } ] }""";

    [Fact]
    public void One_case_sees_one_outcome_of_each_node()
    {
        var result = Of("{ all: [ { site.slots: { at_least: 2 } }, { site.locked: false } ] }", "- { host: two, expect: { one: fail } }\n");

        Assert.Equal(["false", "true", "false"], result.Points.Select(point => string.Join(' ', point.Seen.Select(seen => seen.Name()))));
        Assert.Equal((3, 9, 0.333m), (result.Seen, result.Possible, result.Share));
    }

    [Fact]
    public void True_false_and_unknown_are_seen_of_every_node()
    {
        var result = Of(
            "{ any: [ { site.slots: { at_least: 2 } }, { site.locked: false } ] }",
            "- { host: two, expect: { one: pass } }\n- { host: dark, expect: { one: unknown } }\n- { host: small, expect: { one: fail } }\n- { host: open, expect: { one: pass } }\n",
            "  dark: { based_on: two, unset: [site.slots, site.locked] }\n  small: { based_on: two, set: { site.slots: 1 } }\n  open: { based_on: two, set: { site.locked: false } }\n");

        Assert.Equal((9, 9, 1m), (result.Seen, result.Possible, result.Share));
    }

    [Fact]
    public void Each_case_and_the_default_of_a_switch_are_places_of_their_own()
    {
        var result = Of("{ switch: site.kind, cases: { rack: { site.locked: true }, desk: { site.slots: 1 } }, default: fail }", "- { host: two, expect: { one: pass } }\n");

        Assert.Equal(["true", "chosen", "", "", "true", "false"], result.Points.Select(point => string.Join(' ', point.Seen.Select(seen => seen.Name()))));
    }

    [Fact]
    public void Elements_are_each_asked()
    {
        var result = Of("{ site.shelves: { some: { .width: { at_least: 3 } }, where: { .full: true } } }", "- { host: two, expect: { one: pass } }\n");

        Assert.Equal(["true", "true false", "true false"], result.Points.Select(point => string.Join(' ', point.Seen.Select(seen => seen.Name()))));
    }

    [Fact]
    public void What_no_host_can_show_is_not_demanded()
    {
        var result = Of("{ any: [ { site.locked: true }, { site.locked: { not_equals: true } } ] }", "- { host: two, expect: { one: pass } }\n");

        Assert.Equal([NodeOutcome.True, NodeOutcome.Unknown], result.Points[0].Point.Outcomes);
        Assert.Equal(8, result.Possible);
    }

    private static CoverageResult Of(string require, string cases, string hosts = "")
    {
        var suite = Suites.Run($"rules: [{{ id: one, title: t, severity: low, require: {require} }}]\n", $"hosts:\n  two: {{ from: one.json }}\n{hosts}cases:\n{cases}", Facts);
        return CoverageResult.Of(suite.Suite, suite.Cases.Select(item => item.Case));
    }
}
