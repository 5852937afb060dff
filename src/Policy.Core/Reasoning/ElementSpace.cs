namespace Policy.Core.Reasoning;

/// <summary>The elements of a list or map of a host.</summary>
/// <param name="name">The list or map.</param>
/// <param name="inner">What can be said of one element.</param>
/// <param name="host">The space of what has the list.</param>
internal sealed class ElementSpace(string name, FactSpace inner, FactSpace host)
{
    private readonly Dictionary<int, int> hosts = [];

    /// <summary>What can be said of one element.</summary>
    public FactSpace Inner => inner;

    /// <summary>The list or map.</summary>
    public string Name => name;

    /// <summary>The sets of elements that were asked for, each with the hosts that have one of them.</summary>
    public IReadOnlyDictionary<int, int> Asked => hosts;

    /// <summary>The hosts that have an element of a set.</summary>
    public int HostsWith(int elements)
    {
        if (elements == Diagrams.Nothing)
        {
            return Diagrams.Nothing;
        }

        if (!hosts.TryGetValue(elements, out var set))
        {
            hosts.Add(elements, set = host.NewBoolean());
        }

        return set;
    }
}
