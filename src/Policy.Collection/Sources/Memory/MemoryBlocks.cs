using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>The blocks in which memory can be switched on and off: <c>Documentation/admin-guide/mm/memory-hotplug.rst</c>.</summary>
internal static class MemoryBlocks
{
    private const string Devices = "sys/devices/system";
    private const string Folder = $"{Devices}/memory";
    private const string BlockSize = $"{Folder}/block_size_bytes";
    private const string Block = "memory";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "memory-blocks",
        Fact(
            "memory.online",
            "The blocks of memory that are switched on, as lsmem(1) adds them up: more than `memory.total`, and near to what is built in, since a block "
                + "counts whole though firmware or devices may have a part of it.",
            isOn: true),
        Fact("memory.offline", "The blocks of memory that are there and switched off, as lsmem(1) adds them up.", isOn: false));

    private static SingleFact Fact(string path, string describe, bool isOn) => new(
        FactDescription.Of(path, new NumberType(FactUnit.Size), $"{describe} Absent: the kernel knows no blocks, as it was built without memory hotplug.", BlockSize, Folder, Devices),
        host => Look(host, isOn));

    private static Observation Look(Host host, bool isOn) => host.Root.Value(BlockSize) switch
    {
        Missing<string> when HasNone(host) => new Absent(Devices),
        Got<string> size when !TrySize(size.Value, out _) => new Unknown(UnknownCause.Malformed, size.Source),
        Got<string> size => Blocks(host).Observe((states, source) => Sum(states, size.Value, isOn, source)),
        var reading => reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    private static Observation Sum(Reading<bool>[] states, string size, bool isOn, string source)
    {
        if (Array.Find(states, state => state is not Got<bool>) is { } reason)
        {
            return reason.Observe((_, _) => throw new System.Diagnostics.UnreachableException());
        }

        _ = TrySize(size, out var bytes);
        return states.Length == 0
            ? new Unknown(UnknownCause.MissingSource, $"{source}: no block is shown")
            : Answer.Of(states.Count(state => state.Content == isOn) * (decimal)bytes, source);
    }

    private static Reading<Reading<bool>[]> Blocks(Host host) => host.Memory.Once("memory-blocks", () => host.Root.Names(Folder).Then(names => names
        .Where(name => name.StartsWith(Block, StringComparison.Ordinal) && ulong.TryParse(name[Block.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(name => State(host.Root, $"{Folder}/{name}/state"))
        .ToArray()));

    // On its way out a block is still in use; further states belong to blocks that nobody can use.
    private static Reading<bool> State(HostRoot root, string file) => root.Value(file) switch
    {
        Got<string> { Value: "online" or "going-offline" } => new Got<bool>(true, file),
        Got<string> { Value: "offline" } => new Got<bool>(false, file),
        Got<string> => new Failed<bool>(UnknownCause.Malformed, file),
        var reading => reading.Then(_ => false),
    };

    private static bool TrySize(string text, out ulong bytes) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes) && bytes > 0;

    private static bool HasNone(Host host) =>
        host.IsComplete && host.Root.Names(Devices) is Got<string[]> names && names.Value.Contains("cpu") && !names.Value.Contains(Block);
}
