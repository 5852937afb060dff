using Policy.Testing.Mutation;

namespace Policy.Tests.Testing.Mutation;

public sealed class PolicyMutatorTests
{
    private const string Opposite = "the condition becomes its opposite";

    [Theory]
    [InlineData("{ site.kind: rack }", Opposite, "equals becomes not_equals")]
    [InlineData("{ site.kind: { one_of: [rack, desk] } }", Opposite, "one_of becomes none_of", "rack is left out", "desk is left out")]
    [InlineData("{ site.locked: true }", Opposite, "equals becomes not_equals", "true becomes false")]
    [InlineData("{ site.slots: { at_least: 2 } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "2 becomes 1", "2 becomes 3")]
    [InlineData("{ site.load: { below: 0.75 } }", Opposite, "below becomes at_most", "below becomes above", "0.75 becomes 0.74", "0.75 becomes 0.76")]
    [InlineData("{ site.space: { at_least: 4 GiB } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "4 GiB becomes 4294967295 B", "4 GiB becomes 4294967297 B")]
    [InlineData("{ site.plan: { at_least: 1.10.0 } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "1.10.0 becomes 1.10.1")]
    [InlineData("{ site.built: { at_least: 2024-01-01 } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "2024-01-01 becomes 2023-12-31T23:59:59Z", "2024-01-01 becomes 2024-01-01T00:00:01Z")]
    [InlineData("{ site.built: { older_than: 30 d } }", Opposite, "older_than becomes newer_than", "30 d becomes 2591999 s", "30 d becomes 2592001 s")]
    [InlineData("{ site.tags: { contains_all: [a, b] } }", Opposite, "contains_all becomes contains_any", "contains_all becomes contains_none", "contains_all becomes subset_of", "contains_all becomes same_as", "a is left out", "b is left out")]
    [InlineData("{ site.name: { starts_with: a } }", Opposite, "starts_with becomes contains", "starts_with becomes ends_with")]
    [InlineData("{ site.name: { is: present } }", Opposite, "present and absent are exchanged")]
    [InlineData("{ site.slots: { between: [1, 5] } }", Opposite, "1 becomes 0", "1 becomes 2", "5 becomes 4", "5 becomes 6")]
    [InlineData("{ site.slots: { at_least: { fact: site.load, times: 3, plus: 2 } } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "plus 2 becomes 1", "plus 2 becomes 3", "times 3 is left out")]
    [InlineData("{ site.slots: { at_least: 1, at_most: 5 } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "1 becomes 0", "1 becomes 2", "an entry is left out", "at_most becomes at_least", "at_most becomes below", "at_most becomes equals", "5 becomes 4", "5 becomes 6", "an entry is left out")]
    [InlineData("{ all: [ { site.kind: rack }, { site.locked: true } ] }", Opposite, "all becomes any", "all becomes none", "a branch is left out", Opposite, "equals becomes not_equals", "a branch is left out", Opposite, "equals becomes not_equals", "true becomes false")]
    [InlineData("{ site.kind: rack, site.locked: true }", Opposite, "all becomes any", "all becomes none", "a branch is left out", Opposite, "equals becomes not_equals", "a branch is left out", Opposite, "equals becomes not_equals", "true becomes false")]
    [InlineData("{ not: { site.kind: rack } }", "not is left out", Opposite, "equals becomes not_equals")]
    [InlineData("{ at_least: 2, of: [ { site.locked: true }, { site.name: { is: present } } ] }", Opposite, "at_least becomes at_most", "at_least becomes exactly", "2 becomes 1", "2 becomes 3", "a branch is left out", Opposite, "equals becomes not_equals", "true becomes false", "a branch is left out", Opposite, "present and absent are exchanged")]
    [InlineData("{ when: { site.locked: true }, then: { site.slots: 1 }, else: { site.slots: 2 } }", Opposite, "then and else are exchanged", "else is left out", Opposite, "equals becomes not_equals", "true becomes false", Opposite, "equals becomes not_equals", "equals becomes at_least", "equals becomes at_most", "1 becomes 0", "1 becomes 2", Opposite, "equals becomes not_equals", "equals becomes at_least", "equals becomes at_most", "2 becomes 1", "2 becomes 3")]
    [InlineData("{ switch: site.kind, cases: { rack: { site.locked: true }, desk: { site.locked: false } }, default: unknown }", Opposite, "a case is left out", Opposite, "equals becomes not_equals", "true becomes false", "a case is left out", Opposite, "equals becomes not_equals", "false becomes true", "unknown becomes fail", "unknown becomes pass")]
    [InlineData("{ site.shelves: { every: { .width: 3 }, where: { .full: true }, empty: fail } }", Opposite, "every becomes some", "every becomes none", "empty: fail becomes unknown", "empty: fail becomes pass", Opposite, "equals becomes not_equals", "equals becomes at_least", "equals becomes at_most", "3 becomes 2", "3 becomes 4", Opposite, "equals becomes not_equals", "true becomes false", "where is left out")]
    [InlineData("{ site.shelves: { count: { at_least: 1 }, where: { .full: true } } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "1 becomes 0", "1 becomes 2", Opposite, "equals becomes not_equals", "true becomes false", "where is left out")]
    [InlineData("{ site.shelves: { sum: { of: .width, at_least: 4 } } }", Opposite, "at_least becomes above", "at_least becomes at_most", "at_least becomes equals", "4 becomes 3", "4 becomes 5")]
    [InlineData("{ site.tags: { none: { starts_with: x }, empty: pass } }", Opposite, "none becomes some", "none becomes every", "empty: pass becomes fail", "empty: pass becomes unknown", Opposite, "starts_with becomes contains", "starts_with becomes ends_with")]
    public void Every_single_change_of_a_condition_is_tried(string require, params string[] changes)
    {
        var policy = Suites.Policy($"rules: [{{ id: one, title: t, severity: low, require: {require} }}]\n");

        var mutants = new PolicyMutator(policy).All().ToList();

        Assert.Equal(changes, mutants.Select(mutant => mutant.Note.What));
        Assert.All(mutants, mutant => Assert.NotEqual(policy.Rules, mutant.Policy.Rules));
    }

    [Fact]
    public void What_decides_whether_a_rule_is_asked_is_changed_too()
    {
        var policy = Suites.Policy("""
            define: { big: { site.slots: { above: 3 } } }
            applies: { site.locked: true }
            rules:
              - { id: one, title: t, severity: low, applies: { use: big }, require: { site.kind: rack }, recommend: { site.kind: shelf } }
              - { id: two, title: t, severity: low, require: { site.kind: desk } }

            """);

        var mutants = new PolicyMutator(policy).All().ToList();

        Assert.Equal(["applies of the policy is left out"], mutants.Where(mutant => mutant.Policy.Applies is null).Select(mutant => mutant.Note.What));
        Assert.Equal(["one", "two"], mutants[0].Concerned.Select(rule => rule.Id));
        Assert.Equal([Opposite, "above becomes at_least", "above becomes below", "3 becomes 2", "3 becomes 4"], mutants.Where(mutant => mutant.Policy.Definitions != policy.Definitions).Select(mutant => mutant.Note.What));
        Assert.All(mutants.Where(mutant => mutant.Policy.Definitions != policy.Definitions), mutant => Assert.Equal(["one"], mutant.Concerned.Select(rule => rule.Id)));
        Assert.Single(mutants, mutant => mutant.Note is { Kind: MutationKind.Applicability, What: "applies is left out" });
        Assert.Single(mutants, mutant => mutant.Note.What == "recommend is left out");
    }

    [Fact]
    public void Severities_and_ways_to_meet_a_rule_are_left_alone()
    {
        var policy = Suites.Policy("rules: [{ id: one, title: t, severity: low, require: { site.locked: true }, fix: [{ when: { site.kind: rack }, effort: software, text: t }] }]\n");

        var mutants = new PolicyMutator(policy).All().ToList();

        Assert.All(mutants, mutant => Assert.Equal(policy.Rules[0] with { Require = mutant.Policy.Rules[0].Require }, mutant.Policy.Rules[0]));
    }
}
