using System.Globalization;
using Policy.Collection.Sources.Memory;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>How much processor time the collector may use: <c>Documentation/admin-guide/cgroup-v2.rst</c>, <c>scheduler/sched-bwc.rst</c>.</summary>
internal static class CpuQuota
{
    private const string Status = "proc/self/status";

    private static readonly FactDescription Quota = FactDescription.Of(
        "cpu.quota",
        new NumberType(),
        "The processors whose time the collector's control group and those above it may use, such as 0.5. Absent if none of them has a quota.",
        ControlGroup.Sources);

    private static readonly FactDescription Usable = FactDescription.Of(
        "cpu.usable",
        new NumberType(),
        "The processors that the collector may use: the smaller one of `cpu.quota` and the processors that it may run on. Never absent.",
        [Status, CpuNumbers.Folder, CpuInfo.File, .. ControlGroup.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-quota",
        new SingleFact(Quota, host => GroupLimit.Observe(Of(host))),
        new SingleFact(Usable, host => CpuSets.OfCollector(host) switch
        {
            Got<int[]> { Value.Length: > 0 } allowed => Of(host).Observe((quota, source) =>
                quota < allowed.Value.Length ? Answer.Of(quota, source) : Answer.Of(allowed.Value.Length, allowed.Source)),
            Got<int[]> => new Unknown(UnknownCause.Malformed, Status),
            var reading => reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        }));

    private static Reading<decimal> Of(Host host) => host.Memory.Once("cpu-quota", () => ControlGroup.Of(host, "cpu") switch
    {
        Got<ControlGroup?> { Value: { } group } => GroupLimit.Smallest(host.Root, group, group.IsUnified ? Unified : Legacy),
        var reading => reading.Then(_ => GroupLimit.None),
    });

    private static Reading<decimal> Unified(HostRoot root, string folder) => root.Value($"{folder}/cpu.max") switch
    {
        Got<string> text => text.Value.Split(' ') is [var quota, var period] ? Share(quota, period, text.Source) : Malformed(text.Source),
        var reading => reading.Then(_ => 0m),
    };

    private static Reading<decimal> Legacy(HostRoot root, string folder) => (root.Value($"{folder}/cpu.cfs_quota_us"), root.Value($"{folder}/cpu.cfs_period_us")) switch
    {
        (Got<string> quota, Got<string> period) => Share(quota.Value == "-1" ? "max" : quota.Value, period.Value, quota.Source),
        (Got<string>, var period) => period.Then(_ => 0m),
        (var quota, _) => quota.Then(_ => 0m),
    };

    private static Reading<decimal> Share(string quota, string period, string source)
    {
        if (quota == "max")
        {
            return new Got<decimal>(GroupLimit.None, source);
        }

        return TryNumber(quota, out var used) && TryNumber(period, out var whole) && whole > 0
            ? new Got<decimal>(Math.Round((decimal)used / whole, 3), source)
            : Malformed(source);
    }

    private static Failed<decimal> Malformed(string source) => new(UnknownCause.Malformed, source, "not a quota and a period");

    private static bool TryNumber(string text, out ulong number) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
