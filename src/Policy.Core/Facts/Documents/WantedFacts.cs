using System.Text;

namespace Policy.Core.Facts.Documents;

/// <summary>The places of a fact document that a plan reads, as a tree of their names.</summary>
internal sealed class WantedFacts
{
    private readonly List<WantedNode> nodes = [];

    /// <summary>The places of the facts that have a slot now.</summary>
    public WantedFacts(FactSlots slots)
    {
        SlotCount = slots.References.Count;
        var top = new Sketch();
        foreach (var (slot, reference) in slots.References.Index())
        {
            Draw(top, slot, reference);
        }

        Root = Freeze(top, ReadOnlyMemory<byte>.Empty, -1);
    }

    /// <summary>How many facts there are.</summary>
    public int SlotCount { get; }

    /// <summary>The member <c>facts</c> of a document.</summary>
    public WantedNode Root { get; }

    /// <summary>All nodes, each before those below it.</summary>
    public IReadOnlyList<WantedNode> Nodes => nodes;

    /// <summary>The node of a path as <c>unknown</c> and <c>sources</c> write it, or null if nothing at or below it is wanted.</summary>
    public WantedNode? Find(ReadOnlySpan<byte> path)
    {
        var node = Root;
        var segments = new PathSegments(path);
        while (segments.MoveNext())
        {
            var hint = 0;
            node = node.Find(segments.Current, ref hint);
            if (node is null)
            {
                return null;
            }
        }

        return segments.IsMalformed ? null : node;
    }

    private static void Draw(Sketch top, int slot, FactReference reference)
    {
        var place = top;
        foreach (var name in reference.Fact.Path.Names)
        {
            place = place.Below(name);
        }

        place.IsMap |= reference.Fact.Type is MapType;
        if (reference.Key is not null && !reference.IsWholeMap)
        {
            place = place.Below(reference.Key);
        }

        foreach (var field in reference.Fields)
        {
            place = place.Below(field);
        }

        place.Slots.Add(new WantedSlot(slot, reference.Type));
    }

    private WantedNode Freeze(Sketch sketch, ReadOnlyMemory<byte> name, int parent)
    {
        var node = new WantedNode
        {
            Name = name,
            Index = nodes.Count,
            Parent = parent,
            IsMap = sketch.IsMap,
            Slots = [.. sketch.Slots],
            HasContainer = sketch.Slots.Exists(slot => slot.Type is MapType or RecordType),
        };
        nodes.Add(node);
        var children = sketch.Children.Select(child => (Name: Encoding.UTF8.GetBytes(child.Key), child.Value)).ToArray();
        Array.Sort(children, (left, right) => left.Name.AsSpan().SequenceCompareTo(right.Name));
        node.Children = [.. children.Select(child => Freeze(child.Value, child.Name, node.Index))];
        node.End = nodes.Count;
        return node;
    }

    private sealed class Sketch
    {
        public Dictionary<string, Sketch> Children { get; } = new(StringComparer.Ordinal);

        public List<WantedSlot> Slots { get; } = [];

        public bool IsMap { get; set; }

        public Sketch Below(string name)
        {
            if (!Children.TryGetValue(name, out var child))
            {
                child = new Sketch();
                Children.Add(name, child);
            }

            return child;
        }
    }
}
