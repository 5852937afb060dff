using Policy.Testing.Mutation;

namespace Policy.Tests.Testing.Mutation;

public sealed class MutationRunTests
{
    private const string Rule = "rules: [{ id: slots, title: t, severity: low, require: { site.slots: { at_least: 2 } } }]\n";
    private const string Hosts = "hosts:\n  two: { from: one.json }\n  one: { based_on: two, set: { site.slots: 1 } }\n  three: { based_on: two, set: { site.slots: 3 } }\n";
    private const string Facts = """{ "slots": 2, "locked": true, "kind": "rack" }""";

    [Fact]
    public void Tests_at_the_bound_notice_every_mutant()
    {
        var suite = Suites.Run(Rule, $"{Hosts}cases:\n- {{ host: two, expect: {{ slots: pass }} }}\n- {{ host: one, expect: {{ slots: fail }} }}\n- {{ host: three, expect: {{ slots: pass }} }}\n", Facts);

        var result = MutationRun.Of(suite);

        Assert.Equal((6, 6, 1m), (result.Killed, result.Counted, result.Score));
    }

    [Fact]
    public void Tests_away_from_the_bound_do_not_notice_that_it_moves()
    {
        var suite = Suites.Run(Rule, "hosts:\n  two: { from: one.json }\n  ten: { based_on: two, set: { site.slots: 10 } }\n  none: { based_on: two, set: { site.slots: 0 } }\ncases:\n- { host: ten, expect: { slots: pass } }\n- { host: none, expect: { slots: fail } }\n- { host: two, expect: { slots: pass } }\n"
            .Replace("- { host: two, expect: { slots: pass } }\n", string.Empty, StringComparison.Ordinal).Replace("two: { from: one.json }", "two: { from: one.json }", StringComparison.Ordinal), Facts);

        var result = MutationRun.Of(suite);

        Assert.Equal(["at_least becomes above", "2 becomes 1", "2 becomes 3"], result.Survivors.Select(mutant => mutant.Note.What));
        Assert.Equal((3, 6, 0.5m), (result.Killed, result.Counted, result.Score));
    }
}
