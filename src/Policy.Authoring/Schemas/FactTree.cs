using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>The facts of a catalogue as a fact document nests them: by the names of their paths.</summary>
internal sealed class FactTree
{
    private readonly SortedDictionary<string, FactTree> branches = new(StringComparer.Ordinal);

    /// <summary>The tree of a catalogue.</summary>
    public FactTree(FactCatalogue catalogue)
    {
        foreach (var fact in catalogue.Facts)
        {
            fact.Path.Names.Aggregate(this, (tree, name) => tree.Branch(name)).Fact = fact;
        }
    }

    private FactTree()
    {
    }

    /// <summary>The fact that stands here; null where only others stand below.</summary>
    public FactDescription? Fact { get; private set; }

    /// <summary>What stands below, by name in ordinal order.</summary>
    public IReadOnlyDictionary<string, FactTree> Branches => branches;

    private FactTree Branch(string name)
    {
        if (!branches.TryGetValue(name, out var branch))
        {
            branches.Add(name, branch = new FactTree());
        }

        return branch;
    }
}
