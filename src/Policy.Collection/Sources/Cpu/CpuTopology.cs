using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>How the processors that are switched on spread over sockets and cores; virtual machines make that up.</summary>
internal static class CpuTopology
{
    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-topology",
        Fact("sockets", "How many sockets the processors that are switched on sit in.", places => places.DistinctBy(place => place.Package).Count()),
        Fact("cores", "How many cores have a processor that is switched on.", places => places.DistinctBy(place => place.Core).Count()),
        Fact("cores_per_socket", "How many cores the largest socket has.", places => places.DistinctBy(place => place.Core).GroupBy(place => place.Package).Max(Enumerable.Count)),
        Fact("threads_per_core", "How many processors the largest core has; 1 where there is no hyper-threading.", places => places.GroupBy(place => place.Core).Max(Enumerable.Count)));

    private static SingleFact Fact(string name, string describe, Func<CpuPlace[], int> count) => new(
        FactDescription.Of($"cpu.{name}", new NumberType(), $"{describe} Never absent.", CpuNumbers.Folder, CpuInfo.File),
        host => CpuPlace.Of(host).Observe((places, source) => Answer.Of(count(places), source)));
}
