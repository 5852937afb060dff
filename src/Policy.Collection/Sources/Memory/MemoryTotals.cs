using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>What the kernel counts of memory and swap.</summary>
internal static class MemoryTotals
{
    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "memory-totals",
        Fact("memory.total", "MemTotal", "The memory that the kernel manages: what is built in without what firmware and kernel keep."),
        Fact("memory.available", "MemAvailable", "An estimate of the memory that programs can still get without swapping; kernels before 3.14 do not make it."),
        Fact("swap.total", "SwapTotal", "The size of all swap areas in use; 0 where there is none."));

    private static SingleFact Fact(string path, string key, string describe) => new(
        FactDescription.Of(path, new NumberType(FactUnit.Size), $"{describe} Never absent.", MemInfo.File),
        host => MemInfo.Bytes(host, key).Observe((bytes, source) => Answer.Of(bytes, source)));
}
