using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>One source's part of a collection: asked by one thread, given up and read by another.</summary>
/// <param name="source">The source.</param>
/// <param name="demand">What is wanted of it and of others.</param>
internal sealed class SourceRun(FactSource source, Demand demand)
{
    private readonly Lock gate = new();
    private readonly string[] wanted = [.. source.Facts.Select(fact => fact.Path.Root).Where(demand.Wants)];
    private List<ObservedFact> given = [];
    private Unknown silence = new(UnknownCause.NotCollected, source.Name);
    private bool isOver;

    /// <summary>The facts that it gives, wanted or not, without key.</summary>
    internal IEnumerable<string> Roots => source.Facts.Select(fact => fact.Path.Root);

    /// <summary>Asks the source, if something of it is wanted and nobody has given up.</summary>
    internal void Ask(Host host)
    {
        if (wanted.Length == 0 || isOver)
        {
            return;
        }

        var facts = new List<ObservedFact>();
        var failure = Read(host, facts);
        lock (gate)
        {
            (given, silence, isOver) = isOver ? (given, silence, isOver) : (facts, failure ?? silence, true);
        }
    }

    /// <summary>Lets it be: what is not there by now did not come in time.</summary>
    internal void GiveUp()
    {
        lock (gate)
        {
            (silence, isOver) = isOver ? (silence, isOver) : (silence with { Cause = UnknownCause.Timeout }, true);
        }
    }

    /// <summary>Every wanted fact once.</summary>
    internal IEnumerable<ObservedFact> Result()
    {
        var byRoot = given.DistinctBy(fact => fact.Path).ToLookup(fact => fact.Path.Root, StringComparer.Ordinal);
        return wanted.SelectMany(root => Fill(root, [.. byRoot[root]]));
    }

    private Unknown? Read(Host host, List<ObservedFact> facts)
    {
        try
        {
            facts.AddRange(source.Read(host, demand).Select(fact => fact with { Observation = CleanText.Of(fact.Observation) }));
            return null;
        }
        catch (Exception failure)
        {
            // The one place that catches everything: a bug in one source, met on one strange host, must not cost the facts of all the others.
            return new Unknown(UnknownCause.Malformed, $"{source.Name}: {failure.GetType().Name}");
        }
    }

    // A whole map answers for all its keys; where single entries came, only the other named ones are missing.
    private IEnumerable<ObservedFact> Fill(string root, ObservedFact[] facts)
    {
        var isKeyed = source.Facts.First(fact => fact.Path.Root == root).Path.Key is not null;
        if (facts.Any(fact => fact.Path.IsWholeMap || !isKeyed))
        {
            return facts;
        }

        var keys = demand.Keys(root).Except(facts.Select(fact => fact.Path.Key ?? string.Empty)).ToArray();
        var all = demand.WantsAll(root) && facts.Length + keys.Length == 0 ? [FactPath.WholeMapKey] : keys;
        return isKeyed ? facts.Concat(all.Select(key => Silent(root, key))) : [Silent(root, null)];
    }

    private ObservedFact Silent(string root, string? key) => new(new FactPath([.. root.Split('.')], key, []), silence);
}
