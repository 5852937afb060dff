using System.Collections.Immutable;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources;

/// <summary>A fact without keys.</summary>
/// <param name="Description">What the catalogue says about it.</param>
/// <param name="Look">Looks at a host; called only if the fact is wanted.</param>
internal sealed record SingleFact(FactDescription Description, Func<Host, Observation> Look)
{
    /// <summary>A source of such facts.</summary>
    internal static FactSource Source(string name, params ImmutableArray<SingleFact> facts) =>
        new(name, facts.Select(fact => fact.Description).ToSequence(), (host, demand) => Read(host, demand, facts));

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand, ImmutableArray<SingleFact> facts) =>
        from fact in facts
        where demand.Wants(fact.Description.Path.Root)
        select new ObservedFact(fact.Description.Path, fact.Look(host));
}
