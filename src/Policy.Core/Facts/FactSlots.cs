using Policy.Core.Facts.Documents;

namespace Policy.Core.Facts;

/// <summary>The facts that a set of policies reads, each with a number.</summary>
/// <remarks>Filled while policies are compiled; afterwards one scan of a fact document gives one observation a slot.</remarks>
public sealed class FactSlots
{
    private readonly List<FactReference> references = [];
    private WantedFacts? wanted;
    private readonly Dictionary<(string Path, FactType Type), int> byPath = [];

    /// <summary>The facts in the order of their slots.</summary>
    public IReadOnlyList<FactReference> References => references;

    /// <summary>The places of a fact document at which they stand.</summary>
    internal WantedFacts Wanted => wanted is { } known && known.SlotCount == references.Count ? known : wanted = new WantedFacts(this);

    /// <summary>The slot of a fact; a new one if it has none yet.</summary>
    public int SlotOf(FactReference reference)
    {
        // A policy's own fact may share a path with another policy's fact of another type.
        var name = (reference.Path, reference.Type);
        if (!byPath.TryGetValue(name, out var slot))
        {
            slot = references.Count;
            references.Add(reference);
            byPath.Add(name, slot);
        }

        return slot;
    }
}
