using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Testing.Suggestions;

/// <summary>A known host with some facts changed.</summary>
internal sealed record FoundHost
{
    /// <summary>A host; no fact is changed twice.</summary>
    public FoundHost(BaseHost known, IEnumerable<HostChange> changes)
    {
        // As a document of tests orders them: `set`, `unset`, `absent`; a whole map goes before what is said of its entries.
        Base = known;
        Changes = changes.OrderBy(change => change.Observation switch { Present => 0, Unknown => 1, _ => 2 }).ThenBy(change => change.Fact.IsWholeMap ? 0 : 1).ToSequence();
        Facts = Changes.Aggregate(known.Facts, (facts, change) => change.Apply(facts, known.Run.Slots));
    }

    /// <summary>The host that is changed.</summary>
    public BaseHost Base { get; }

    /// <summary>What is otherwise, in the order in which it is changed.</summary>
    public Sequence<HostChange> Changes { get; }

    /// <summary>Its facts.</summary>
    public HostFacts Facts { get; }

    /// <summary>The host with one more change; one of the same fact goes.</summary>
    public FoundHost With(FactReference fact, Observation observation) => new(Base, Changes.Where(known => known.Fact != fact).Append(new HostChange(fact, observation)));
}
