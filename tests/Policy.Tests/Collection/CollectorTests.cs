using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class CollectorTests
{
    private static readonly Host Anything = new(HostRoot.OfFolder("/nonexistent"), new HostCommands(HostRoot.OfFolder("/nonexistent")), new HostOptions());

    [Fact]
    public void What_a_source_gives_comes_out()
    {
        var source = Source("a", ["test.one"], (_, _) => [Fact("test.one", "yes")]);

        Assert.Equal([Fact("test.one", "yes")], Collect(["test.one"], source));
    }

    [Fact]
    public void A_source_that_nobody_wants_is_not_asked()
    {
        var source = Source("a", ["test.one"], (_, _) => throw new InvalidOperationException());

        Assert.Empty(Collect([], source));
    }

    [Fact]
    public void A_source_that_fails_costs_only_its_own_facts()
    {
        var bad = Source("bad", ["test.one", "test.map(*)"], (_, _) => throw new FormatException());
        var good = Source("good", ["test.two"], (_, _) => [Fact("test.two", "yes")]);

        var facts = Collect(["test.one", "test.map(x)", "test.two"], bad, good);

        Assert.Equal(
            [
                Unknown("test.one", UnknownCause.Malformed, "bad: FormatException"),
                Unknown("test.map(x)", UnknownCause.Malformed, "bad: FormatException"),
                Fact("test.two", "yes"),
            ],
            facts);
    }

    [Fact]
    public void What_a_source_gave_before_it_failed_counts()
    {
        var lazy = Source("bad", ["test.one", "test.two"], (_, _) => Broken().Prepend(Fact("test.one", "yes")));

        Assert.Equal([Fact("test.one", "yes"), Unknown("test.two", UnknownCause.Malformed, "bad: FormatException")], Collect(["test.one", "test.two"], lazy));
    }

    [Fact]
    public void A_source_that_keeps_silent_is_not_taken_for_absence()
    {
        var source = Source("mute", ["test.one", "test.map(*)", "test.all(*)"], (_, _) => []);

        var facts = Collect(["test.one", "test.map(x)", "test.map(y)", "test.all(*)"], source);

        Assert.Equal(["test.one", "test.map(x)", "test.map(y)", "test.all(*)"], facts.Select(fact => fact.Path.ToString()));
        Assert.All(facts, fact => Assert.Equal(new Unknown(UnknownCause.NotCollected, "mute"), fact.Observation));
    }

    [Fact]
    public void Only_the_missing_entries_are_filled()
    {
        var source = Source("half", ["test.map(*)"], (_, _) => [Fact("test.map(x)", "yes")]);

        Assert.Equal([Fact("test.map(x)", "yes"), Unknown("test.map(y)", UnknownCause.NotCollected, "half")], Collect(["test.map(x)", "test.map(y)"], source));
    }

    [Fact]
    public void An_unreadable_map_answers_for_all_its_entries()
    {
        var whole = Unknown("test.map(*)", UnknownCause.Denied, "somewhere");
        var source = Source("denied", ["test.map(*)"], (_, _) => [whole]);

        Assert.Equal([whole], Collect(["test.map(x)", "test.map(y)"], source));
    }

    [Fact]
    public void What_nobody_asked_for_is_dropped_and_nothing_comes_twice()
    {
        ObservedFact[] given = [Fact("test.one", "yes"), Fact("test.one", "no"), Fact("test.two", "yes"), Fact("other.fact", "yes")];
        var source = Source("chatty", ["test.one", "test.two"], (_, _) => given);

        Assert.Equal([Fact("test.one", "yes")], Collect(["test.one"], source));
    }

    [Fact]
    public void A_fact_that_no_source_gives_is_not_collected()
    {
        var facts = Collect(["test.one", "test.map(x)", "test.map(*)"]);

        Assert.Equal(["test.map(*)", "test.map(x)", "test.one"], facts.Select(fact => fact.Path.ToString()));
        Assert.All(facts, fact => Assert.Equal(new Unknown(UnknownCause.NotCollected, "no source gives it"), fact.Observation));
    }

    [Fact]
    public void A_source_that_hangs_costs_its_own_facts_and_those_after_it()
    {
        using var never = new ManualResetEventSlim();
        var first = Source("first", ["test.one"], (_, _) => [Fact("test.one", "yes")]);
        var stuck = Source("stuck", ["test.two"], (_, _) => Wait(never));
        var after = Source("after", ["test.three"], (_, _) => [Fact("test.three", "yes")]);

        var demand = Demanded(["test.one", "test.two", "test.three"]);
        var facts = Collector.Collect(Anything, demand, [first, stuck, after], TimeSpan.FromMilliseconds(500));
        never.Set();

        Assert.Equal(Fact("test.one", "yes"), facts[0]);
        Assert.Equal([Unknown("test.two", UnknownCause.Timeout, "stuck"), Unknown("test.three", UnknownCause.Timeout, "after")], facts.Skip(1));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\uFFFDb")]
    public void Text_that_is_no_text_is_malformed(string text)
    {
        var source = Source("raw", ["test.one"], (_, _) => [Fact("test.one", text)]);

        Assert.Equal([Unknown("test.one", UnknownCause.Malformed, "here")], Collect(["test.one"], source));
    }

    private static IReadOnlyList<ObservedFact> Collect(string[] wanted, params FactSource[] sources) => Collector.Collect(Anything, Demanded(wanted), sources);

    private static Demand Demanded(string[] wanted) => Demand.Of(wanted.Select(FactPath.Parse));

    private static FactSource Source(string name, string[] facts, Func<Host, Demand, IEnumerable<ObservedFact>> read) =>
        new(name, facts.Select(fact => FactDescription.Of(fact, new StringType(), "a fact of a test")).ToSequence(), read);

    private static ObservedFact Fact(string path, string value) => ObservedFact.Of(path, new Present(new StringValue(value), "here"));

    private static ObservedFact Unknown(string path, UnknownCause cause, string detail) => ObservedFact.Of(path, new Unknown(cause, detail));

    private static IEnumerable<ObservedFact> Broken() => Enumerable.Range(0, 1).Select<int, ObservedFact>(_ => throw new FormatException());

    private static ObservedFact[] Wait(ManualResetEventSlim never)
    {
        never.Wait();
        return [];
    }
}
