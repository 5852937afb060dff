using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>How much memory the collector may use: <c>Documentation/admin-guide/cgroup-v2.rst</c>, <c>cgroup-v1/memory.rst</c>.</summary>
internal static class MemoryLimit
{
    /// <summary>What version 1 shows without a limit is the largest number rounded down to a page, and pages have up to 64 KiB.</summary>
    private const decimal SmallestNone = (decimal)long.MaxValue - 65535;

    private static readonly FactDescription Limit = FactDescription.Of(
        "memory.limit",
        new NumberType(FactUnit.Size),
        "The smallest memory limit of the collector's control group and those above it. Absent if none has one.",
        ControlGroup.Sources);

    private static readonly FactDescription Usable = FactDescription.Of(
        "memory.usable",
        new NumberType(FactUnit.Size),
        "The memory that the collector's control group may use: the smaller one of `memory.total` and `memory.limit`. Never absent.",
        [MemInfo.File, .. ControlGroup.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "memory-limit",
        new SingleFact(Limit, host => GroupLimit.Observe(Of(host))),
        new SingleFact(Usable, host => MemInfo.Bytes(host, "MemTotal") switch
        {
            Got<decimal> total => Of(host).Observe((limit, source) => limit < total.Value ? Answer.Of(limit, source) : Answer.Of(total.Value, total.Source)),
            var reading => reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        }));

    private static Reading<decimal> Of(Host host) => host.Memory.Once("memory-limit", () => ControlGroup.Of(host, "memory") switch
    {
        Got<ControlGroup?> { Value: { IsUnified: true } group } => GroupLimit.Smallest(host.Root, group, Unified),
        Got<ControlGroup?> { Value: { } group } => Hierarchical(host.Root, $"{group.Folders[0]}/memory.stat"),
        var reading => reading.Then(_ => GroupLimit.None),
    });

    private static Reading<decimal> Unified(HostRoot root, string folder) => root.Value($"{folder}/memory.max") switch
    {
        Got<string> { Value: "max" } none => new Got<decimal>(GroupLimit.None, none.Source),
        Got<string> text => Number(text.Value, text.Source),
        var reading => reading.Then(_ => 0m),
    };

    // Version 1 works out itself which of the groups above count.
    private static Reading<decimal> Hierarchical(HostRoot root, string file) => root.Lines(file) switch
    {
        Got<string[]> lines => lines.Value.Select(line => line.Split(' ')).FirstOrDefault(words => words is ["hierarchical_memory_limit", _]) is [_, var text]
            ? Number(text, file)
            : new Missing<decimal>($"{file}: hierarchical_memory_limit"),
        var reading => reading.Then(_ => 0m),
    };

    private static Reading<decimal> Number(string text, string source) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new Got<decimal>(number >= SmallestNone ? GroupLimit.None : number, source)
        : new Failed<decimal>(UnknownCause.Malformed, source, "not a number");
}
