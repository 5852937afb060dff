using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>How the processors that are switched on spread over sockets and cores; virtual machines make that up.</summary>
internal static class CpuTopology
{
    private const string AcpiTables = "sys/firmware/acpi/tables";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-topology",
        Fact("sockets", "How many sockets the processors that are switched on sit in.", Sockets, places => places.DistinctBy(place => place.Package).Count()),
        Fact("cores", "How many cores have a processor that is switched on.", CpuPlace.Of, places => places.DistinctBy(place => place.Core).Count()),
        Fact("cores_per_socket", "How many cores the largest socket has.", Sockets, places => places.DistinctBy(place => place.Core).GroupBy(place => place.Package).Max(Enumerable.Count)),
        Fact("threads_per_core", "How many processors the largest core has; 1 where there is no hyper-threading.", CpuPlace.Of, places => places.GroupBy(place => place.Core).Max(Enumerable.Count)));

    private static SingleFact Fact(string name, string describe, Func<Host, Reading<CpuPlace[]>> read, Func<CpuPlace[], int> count) => new(
        FactDescription.Of($"cpu.{name}", new NumberType(), $"{describe} Never absent.", CpuNumbers.Folder, CpuInfo.File),
        host => read(host).Observe((places, source) => Answer.Of(count(places), source)));

    // Linux before 6.0 calls every cluster of cores a package where an ARM board has a device tree in place of ACPI.
    private static Reading<CpuPlace[]> Sockets(Host host) => CpuPlace.Of(host) switch
    {
        Got<CpuPlace[]> places when places.Value.DistinctBy(place => place.Package).Count() > 1 && IsArm(host) && !HasAcpi(host.Root) && !KnowsClusters(host) =>
            new Failed<CpuPlace[]>(UnknownCause.Unsupported, places.Source, "what the kernel calls packages may be clusters of one socket"),
        var places => places,
    };

    private static bool IsArm(Host host) => CpuInfo.Of(host).Content?.Family == CpuFamily.Arm;

    private static bool HasAcpi(HostRoot root) => root.Names(AcpiTables) is Got<string[]> { Value.Length: > 0 };

    private static bool KnowsClusters(Host host) =>
        CpuNumbers.On(host).Content is [var first, ..] && host.Root.Value($"{CpuNumbers.Folder}/cpu{first}/topology/cluster_id").Content is { } cluster && !cluster.StartsWith('-');
}
