using Policy.Collection.Sources.Cpu;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Partitions and guests of IBM's machines, which are never without a hypervisor of the firmware's.</summary>
internal static class PartitionSigns
{
    /// <summary>What the machine says of itself on IBM Z.</summary>
    internal const string SystemInformation = "proc/sysinfo";

    /// <summary>The configuration of a partition on POWER.</summary>
    internal const string PartitionConfiguration = "proc/ppc64/lparcfg";

    private const string Emulated = "emulated by qemu";

    /// <summary>Whether it is a guest or partition of POWER: the platform of those that have a hypervisor.</summary>
    internal static bool IsPartitionPlatform(Host host) => CpuInfo.Of(host).Content?.All("platform").Contains("pSeries") == true;

    /// <summary>Whether the platform is QEMU's.</summary>
    internal static bool IsEmulated(Host host) =>
        CpuInfo.Of(host).Content?.All("model").Any(model => model.Contains(Emulated, StringComparison.Ordinal)) == true;

    /// <summary>On POWER.</summary>
    internal static HypervisorSign? OfPower(Host host)
    {
        var tree = DeviceTree.Of(host);
        return (tree, host.Root.Lines(PartitionConfiguration)) switch
        {
            _ when host.Root.Entry("proc/iSeries") is Got<HostEntry> iSeries => new HypervisorSign("OS/400", HypervisorSign.Para, true, iSeries.Source),
            (Got<DeviceTree> { Value.IsPartition: true }, _) => new HypervisorSign("pHyp", HypervisorSign.Para, true, DeviceTree.Place),
            (Got<DeviceTree> got, _) when got.Value.Compatible.Contains("qemu,pseries") =>
                new HypervisorSign("KVM", HypervisorSign.Para, true, DeviceTree.Place),
            _ when !IsPartitionPlatform(host) => null,
            _ when IsEmulated(host) => new HypervisorSign("KVM", HypervisorSign.Para, true, CpuInfo.File),
            (_, Got<string[]> lines) when lines.Value.Any(line => line.StartsWith("system_type=IBM,", StringComparison.Ordinal)) =>
                new HypervisorSign("pHyp", HypervisorSign.Para, true, PartitionConfiguration),
            _ => new HypervisorSign(null, null, true, CpuInfo.File),
        };
    }

    /// <summary>On IBM Z: a guest of z/VM or KVM, or a partition.</summary>
    internal static HypervisorSign? OfMainframe(HostRoot root)
    {
        if (root.Lines(SystemInformation) is not Got<string[]> lines)
        {
            return null;
        }

        var program = Array.Find(lines.Value, line => line.Contains("Control Program:", StringComparison.Ordinal));
        var isPartition = Array.Exists(lines.Value, line => line.StartsWith("LPAR ", StringComparison.Ordinal));
        return new HypervisorSign(
            program?.Contains("KVM", StringComparison.Ordinal) == true ? "KVM" : "IBM",
            HypervisorSign.Full,
            program is not null || isPartition ? true : null,
            SystemInformation);
    }
}
