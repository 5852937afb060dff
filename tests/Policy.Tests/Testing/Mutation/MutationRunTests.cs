using Policy.Testing.Mutation;

namespace Policy.Tests.Testing.Mutation;

public sealed class MutationRunTests
{
    private const string Bound = "rules: [{ id: slots, title: t, severity: low, require: { site.slots: { at_least: 2 } } }]\n";
    private const string Facts = """{ "slots": 2, "locked": true, "kind": "rack" }""";

    [Fact]
    public void Tests_at_the_bound_notice_every_mutant()
    {
        var suite = Suites.Run(Bound, Tests("slots: 2 → pass", "slots: 1 → fail", "slots: 3 → pass"), Facts);

        var result = MutationRun.Of(suite);

        Assert.Equal((6, 6, 1m), (result.Killed, result.Counted, result.Score));
    }

    [Fact]
    public void Tests_away_from_the_bound_do_not_notice_that_it_moves()
    {
        var suite = Suites.Run(Bound, Tests("slots: 10 → pass", "slots: 0 → fail"), Facts);

        var result = MutationRun.Of(suite);

        Assert.Equal(["at_least becomes above", "2 becomes 1", "2 becomes 3"], result.Survivors.Select(mutant => mutant.Note.What));
        Assert.Equal((3, 6, 0.5m), (result.Killed, result.Counted, result.Score));
    }

    [Fact]
    public void What_no_host_can_show_is_not_counted()
    {
        const string Rules = "rules: [{ id: slots, title: t, severity: low, require: { any: [ { site.slots: { at_least: 2 } }, { site.slots: { at_least: 5 } } ] } }]\n";
        var suite = Suites.Run(Rules, Tests("slots: 2 → pass", "slots: 1 → fail", "slots: 3 → pass", "slots: 6 → pass"), Facts);

        var result = MutationRun.Of(suite);

        var equivalent = result.Mutants.Where(mutant => mutant.Fate == MutantFate.Equivalent).Select(mutant => mutant.Mutant.Note.What).ToList();
        Assert.Equal(["a branch is left out", "at_least becomes above", "at_least becomes equals", "5 becomes 4", "5 becomes 6"], equivalent);
        Assert.Equal(result.Mutants.Count - 5, result.Counted);
        Assert.Empty(result.Survivors);
    }

    [Fact]
    public void A_recommendation_that_never_decides_is_not_counted()
    {
        const string Rules = "rules: [{ id: slots, title: t, severity: low, require: { site.slots: { at_least: 2 } }, recommend: { site.slots: { at_least: 1 } } }]\n";
        var suite = Suites.Run(Rules, Tests("slots: 2 → pass", "slots: 1 → fail", "slots: 3 → pass"), Facts);

        var result = MutationRun.Of(suite);

        Assert.Equal(MutantFate.Equivalent, result.Mutants.Single(mutant => mutant.Mutant.Note.Kind == MutationKind.Recommendation).Fate);
        Assert.Empty(result.Survivors);
    }

    [Fact]
    public void Mutants_are_tried_under_the_parameters_of_each_case()
    {
        const string Rules = "parameters: { least: { type: number, default: 2 } }\nrules: [{ id: slots, title: t, severity: low, require: { site.slots: { at_least: { parameter: least } } } }]\n";
        const string Cases = "hosts: { two: { from: one.json } }\ncases:\n- { host: two, expect: { slots: pass } }\n- { host: two, parameters: { least: 3 }, expect: { slots: fail } }\n- { host: two, parameters: { least: 1 }, expect: { slots: pass } }\n";
        var suite = Suites.Run(Rules, Cases, Facts);

        var result = MutationRun.Of(suite);

        Assert.Equal((4, 4), (result.Killed, result.Counted));
    }

    // A case for each text such as `slots: 2 → pass`: a fact of the site and the verdict of the rule.
    private static string Tests(params string[] cases)
    {
        var parts = cases.Select((text, index) => (Host: $"h{index}", Words: text.Split(" → "))).ToList();
        var hosts = parts.Select(part => $"  {part.Host}: {{ based_on: base, set: {{ site.{part.Words[0]} }} }}\n");
        var expected = parts.Select(part => $"- {{ host: {part.Host}, expect: {{ slots: {part.Words[1]} }} }}\n");
        return $"hosts:\n  base: {{ from: one.json }}\n{string.Concat(hosts)}cases:\n{string.Concat(expected)}";
    }
}
