namespace Policy.Core.Facts.Documents;

/// <summary>One member of a fact document that is being written.</summary>
internal sealed class FactTreeNode
{
    /// <summary>The members below it, in ordinal order.</summary>
    public SortedDictionary<string, FactTreeNode> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands here if it is no object; never unknown.</summary>
    public Observation? Leaf { get; set; }

    /// <summary>Whether it is an object although nothing may stand below it.</summary>
    public bool IsObject { get; set; }

    /// <summary>Whether it is a map that holds all its keys.</summary>
    public bool IsComplete { get; set; }

    /// <summary>The member of a name right below; a new one if there is none.</summary>
    public FactTreeNode Below(string name)
    {
        if (!Children.TryGetValue(name, out var child))
        {
            child = new FactTreeNode();
            Children.Add(name, child);
        }

        return child;
    }
}
