using System.Collections.Immutable;

namespace Policy.Core.Facts.Documents;

/// <summary>One place of a fact document at or below which a plan reads facts.</summary>
internal sealed class WantedNode
{
    /// <summary>Its name in UTF-8; empty at the top.</summary>
    public required ReadOnlyMemory<byte> Name { get; init; }

    /// <summary>Its place among all nodes: a node comes before those below it.</summary>
    public required int Index { get; init; }

    /// <summary>The place of the node above it; -1 at the top.</summary>
    public required int Parent { get; init; }

    /// <summary>Whether it holds entries under keys, and may say that it holds them all.</summary>
    public required bool IsMap { get; init; }

    /// <summary>The facts that stand right here.</summary>
    public required ImmutableArray<WantedSlot> Slots { get; init; }

    /// <summary>The nodes right below, in ordinal order of their names.</summary>
    public ImmutableArray<WantedNode> Children { get; set; } = [];

    /// <summary>The first place behind all nodes below.</summary>
    public int End { get; set; }

    /// <summary>Whether a whole map or record is read here.</summary>
    public required bool HasContainer { get; init; }

    /// <summary>The node right below with a name, or null.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="hint">Where the search before this one ended; documents mostly come in ordinal order, so the next name is there.</param>
    public WantedNode? Find(ReadOnlySpan<byte> name, ref int hint)
    {
        var low = 0;
        var high = Children.Length;
        if (hint < high)
        {
            var order = name.SequenceCompareTo(Children[hint].Name.Span);
            if (order == 0)
            {
                return Children[hint++];
            }

            (low, high) = order < 0 ? (Math.Max(0, hint - 1), hint) : (hint + 1, high);
            low = order < 0 && hint > 0 && name.SequenceCompareTo(Children[hint - 1].Name.Span) < 0 ? 0 : low;
        }

        hint = Search(name, low, high, out var isFound);
        return isFound ? Children[hint++] : null;
    }

    private int Search(ReadOnlySpan<byte> name, int low, int high, out bool isFound)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = name.SequenceCompareTo(Children[middle].Name.Span);
            if (order == 0)
            {
                isFound = true;
                return middle;
            }

            (low, high) = order < 0 ? (low, middle) : (middle + 1, high);
        }

        isFound = false;
        return low;
    }
}

/// <summary>A fact of a plan.</summary>
/// <param name="Slot">Its number.</param>
/// <param name="Type">The type under which it is read.</param>
internal readonly record struct WantedSlot(int Slot, FactType Type);
