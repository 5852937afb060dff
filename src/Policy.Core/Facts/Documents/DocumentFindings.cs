using System.Text;
using Policy.Core.Diagnostics;

namespace Policy.Core.Facts.Documents;

/// <summary>What one scan of a fact document found at the places of a plan.</summary>
internal sealed class DocumentFindings(WantedFacts wanted)
{
    private static readonly Unknown NotCollected = new(UnknownCause.NotCollected);

    private readonly Observation?[] found = new Observation?[wanted.SlotCount];
    private readonly bool[] isVisited = new bool[wanted.Nodes.Count];
    private readonly Unknown?[] causes = new Unknown?[wanted.Nodes.Count];
    private readonly string?[] sources = new string?[wanted.Nodes.Count];
    private readonly List<(WantedNode Node, Sequence<string> Path, Unknown Unknown)> inner = [];

    /// <summary>A member of the document stands for a node.</summary>
    public void Visit(WantedNode node) => isVisited[node.Index] = true;

    /// <summary>A fact was read.</summary>
    public void Set(WantedSlot slot, Observation observation) => found[slot.Slot] = observation;

    /// <summary>The same holds for a node and everything below it.</summary>
    public void SetAll(WantedNode node, Observation observation)
    {
        for (var index = node.Index; index < node.End; index++)
        {
            foreach (var slot in wanted.Nodes[index].Slots)
            {
                found[slot.Slot] = observation;
            }
        }
    }

    /// <summary>A map holds all its keys: those that were not visited are absent.</summary>
    public void Complete(WantedNode map)
    {
        foreach (var child in map.Children)
        {
            if (!isVisited[child.Index])
            {
                SetAll(child, new Absent());
            }
        }
    }

    /// <summary>The document says why it does not hold what stands at or below a path.</summary>
    public void AddUnknown(ReadOnlySpan<byte> path, Unknown unknown)
    {
        var node = wanted.Root;
        var segments = new PathSegments(path);
        while (node is not null)
        {
            var rest = node.HasContainer ? Rest(segments) : [];
            if (rest.Count > 0)
            {
                inner.Add((node, rest, unknown));
            }

            if (!segments.MoveNext())
            {
                break;
            }

            var hint = 0;
            node = node.Find(segments.Current, ref hint);
        }

        if (node is not null && !segments.IsMalformed)
        {
            causes[node.Index] = unknown;
        }
    }

    /// <summary>The node of a path as <c>unknown</c> and <c>sources</c> write it, or null if nothing at or below it is wanted.</summary>
    public WantedNode? Find(ReadOnlySpan<byte> path) => wanted.Find(path);

    /// <summary>The document says where it read what stands at or below a node.</summary>
    public void AddSource(WantedNode node, string source) => sources[node.Index] = source;

    /// <summary>One observation for each slot.</summary>
    public Sequence<Observation> Resolve()
    {
        var slots = new Observation[wanted.SlotCount];
        foreach (var node in wanted.Nodes)
        {
            Inherit(node);
            foreach (var slot in node.Slots)
            {
                slots[slot.Slot] = Resolve(found[slot.Slot], node.Index);
            }
        }

        foreach (var (node, path, unknown) in inner)
        {
            foreach (var slot in node.Slots)
            {
                slots[slot.Slot] = InnerUnknown.Add(slots[slot.Slot], slot.Type, path.AsSpan(), unknown);
            }
        }

        return Sequence.Create<Observation>(slots);
    }

    private void Inherit(WantedNode node)
    {
        if (node.Parent >= 0)
        {
            causes[node.Index] ??= causes[node.Parent];
            sources[node.Index] ??= sources[node.Parent];
        }
    }

    private Observation Resolve(Observation? observation, int index) => observation switch
    {
        null => causes[index] ?? NotCollected,
        Present present when sources[index] is { } source => present with { Source = source },
        Absent when sources[index] is { } source => new Absent(source),
        _ => observation,
    };

    private static Sequence<string> Rest(PathSegments segments)
    {
        var names = new List<string>();
        while (segments.MoveNext())
        {
            names.Add(Encoding.UTF8.GetString(segments.Current));
        }

        return segments.IsMalformed ? [] : [.. names];
    }
}
