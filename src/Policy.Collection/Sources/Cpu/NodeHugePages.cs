using System.Globalization;
using Policy.Collection.Sources.Memory;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Pages set aside on each node: <c>Documentation/admin-guide/mm/hugetlbpage.rst</c>.</summary>
internal static class NodeHugePages
{
    private static readonly RecordType NodePages = new(
    [
        new FactField("node", new NumberType(), "The number of the node in `numa.node(*)`"),
        new FactField("size", new StringType(), "The size of a page, such as `2048kB`"),
        new FactField("total", new NumberType(), "How many pages are set aside on the node"),
        new FactField("free", new NumberType(), "How many of them nobody has"),
        new FactField("surplus", new NumberType(), "How many there are beyond those that the administrator asked for"),
    ]);

    private static readonly FactDescription Description = FactDescription.Of(
        "numa.hugepages",
        new ListType(NodePages),
        "The huge pages of each node and size, in the order of the nodes; pages on another node are slow. An empty list: the kernel cannot have "
            + "any, or no node has memory. Absent if the kernel does not know nodes.",
        NumaNodes.Folder,
        NumaNodes.Devices,
        HugePages.Folder,
        MemInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("numa-hugepages", new SingleFact(Description, Look));

    private static Observation Look(Host host) => NumaNodes.Numbers(host) switch
    {
        Missing<int[]> when NumaNodes.HasNone(host) => new Absent(NumaNodes.Devices),
        var numbers => numbers.Observe((all, source) => Join([.. all.Select(number => OfNode(host, number))], source)),
    };

    private static Observation Join(Reading<Observation[]>[] nodes, string source) =>
        Array.Find(nodes, node => node is not Got<Observation[]>)?.Observe((_, _) => throw new System.Diagnostics.UnreachableException())
        ?? Answer.Of(nodes.SelectMany(node => node.Content ?? []), source);

    // A node has the folder if it has memory and the kernel has huge pages.
    private static Reading<Observation[]> OfNode(Host host, int number)
    {
        var node = string.Create(CultureInfo.InvariantCulture, $"{NumaNodes.Folder}/node{number}");
        return host.Root.Names($"{node}/hugepages") switch
        {
            Missing<string[]> when IsWithoutMemory(host.Root, node) || HugePages.HasNone(host) => new Got<Observation[]>([], node),
            var names => names.Then(all => all
                .Where(name => name.StartsWith(HugePages.Prefix, StringComparison.Ordinal))
                .Select(name => OfSize(host.Root, number, $"{node}/hugepages/{name}"))
                .ToArray()),
        };
    }

    private static bool IsWithoutMemory(HostRoot root, string node) =>
        root.Lines($"{node}/meminfo") is Got<string[]> lines && MemInfo.Bytes(lines, "MemTotal") is Got<decimal> { Value: 0 };

    private static Observation OfSize(HostRoot root, int number, string folder) => Answer.Of(
        string.Empty,
        ("node", Answer.Of(number)),
        ("size", Answer.Of(folder[(folder.LastIndexOf('/') + 1 + HugePages.Prefix.Length)..])),
        ("total", HugePages.Number(root, $"{folder}/nr_hugepages")),
        ("free", HugePages.Number(root, $"{folder}/free_hugepages")),
        ("surplus", HugePages.Number(root, $"{folder}/surplus_hugepages")));
}
