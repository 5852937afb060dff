using System.Globalization;
using Policy.Collection.Sources.Memory;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>The nodes of memory: <c>Documentation/ABI/stable/sysfs-devices-node</c>.</summary>
internal static class NumaNodes
{
    /// <summary>Where the folder of the nodes would stand.</summary>
    internal const string Devices = "sys/devices/system";

    /// <summary>Where each node has a folder.</summary>
    internal const string Folder = $"{Devices}/node";

    private static readonly RecordType Node = new(
    [
        new FactField("memory", new NumberType(FactUnit.Size), "The memory of the node; 0 of one that has only processors"),
        new FactField("cpus", new NumberType(), "How many processors that are switched on are near to it; 0 of one that has only memory"),
        new FactField("distance", new ListType(new NumberType()), "How far the nodes are, in their order: 10 is the node itself, 20 twice as far"),
    ]);

    private static readonly FactDescription Nodes = FactDescription.Of(
        "numa.nodes",
        new NumberType(),
        "How many nodes there are; 1 where all memory is equally near. Absent if the kernel does not know nodes.",
        Folder);

    private static readonly FactDescription EachNode = FactDescription.Of(
        "numa.node(*)",
        new MapType("id", Node),
        "The nodes by their numbers, which can have holes. Empty if the kernel does not know nodes.",
        Folder,
        CpuNumbers.Folder);

    /// <summary>The source of the number.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("numa-nodes", new SingleFact(Nodes, LookAtCount));

    /// <summary>The source of each node.</summary>
    internal static readonly FactSource Each = new KeyedFact(EachNode, LookAtEach).Source("numa-node");

    private static Observation LookAtCount(Host host) => Numbers(host) switch
    {
        Missing<int[]> when HasNone(host) => new Absent(Devices),
        var numbers => numbers.Observe((all, source) => Answer.Of(all.Length, source)),
    };

    private static Observation LookAtEach(Host host) => Numbers(host) switch
    {
        Missing<int[]> when HasNone(host) => new Present(new MapValue(FactMap.Empty, IsComplete: true), Devices),
        var numbers => numbers.Observe((all, source) => new Present(new MapValue(new FactMap(all.Select(number => Describe(host, number))), IsComplete: true), source)),
    };

    /// <summary>The numbers of the nodes; missing if none is shown.</summary>
    internal static Reading<int[]> Numbers(Host host) => host.Root.Names(Folder).Then(CpuNumbers.Numbered("node")) switch
    {
        Got<int[]> { Value.Length: 0 } none => new Missing<int[]>(none.Source),
        var numbers => numbers,
    };

    /// <summary>Whether the kernel does not know nodes.</summary>
    internal static bool HasNone(Host host) => host.IsComplete && host.Root.Names(Devices) is Got<string[]> names && names.Value.Contains("cpu") && !names.Value.Contains("node");

    private static KeyValuePair<string, Observation> Describe(Host host, int number)
    {
        var folder = $"{Folder}/node{number.ToString(CultureInfo.InvariantCulture)}";
        return KeyValuePair.Create(number.ToString(CultureInfo.InvariantCulture), Answer.Of(
            string.Empty,
            ("memory", Memory(host.Root, $"{folder}/meminfo").Observe((bytes, _) => Answer.Of(bytes))),
            ("cpus", Processors(host, folder).Observe((count, _) => Answer.Of(count))),
            ("distance", host.Root.Value($"{folder}/distance").Observe(Distances))));
    }

    private static Observation Distances(string text, string source)
    {
        var numbers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CpuList.Number).ToArray();
        return numbers.Length == 0 || numbers.Contains(null)
            ? new Unknown(UnknownCause.Malformed, source)
            : Answer.Of(numbers.OfType<int>().Select(number => Answer.Of(number)));
    }

    private static Reading<decimal> Memory(HostRoot root, string file) => root.Lines(file) switch
    {
        Got<string[]> lines => MemInfo.Bytes(lines, "MemTotal"),
        var reading => reading.Then(_ => 0m),
    };

    private static Reading<int> Processors(Host host, string folder) => (CpuSet(host.Root, folder), CpuNumbers.On(host)) switch
    {
        (Got<int[]> near, Got<int[]> online) => near.Then(numbers => numbers.Intersect(online.Value).Count()),
        (Got<int[]>, var online) => online.Then(_ => 0),
        (var near, _) => near.Then(_ => 0),
    };

    private static Reading<int[]> CpuSet(HostRoot root, string folder) => CpuList.Read(root, $"{folder}/cpulist") switch
    {
        Missing<int[]> => CpuMask.Read(root, $"{folder}/cpumap"),
        var list => list,
    };
}
