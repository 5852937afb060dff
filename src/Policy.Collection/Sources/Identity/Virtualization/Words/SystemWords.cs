using Policy.Collection.Sources.Cpu;

namespace Policy.Collection.Sources.Identity.Virtualization.Words;

/// <summary>The words for kernels and machines that are virtualized in a way of their own.</summary>
internal static class SystemWords
{
    private const string DomainDescription = "dev/mdesc";

    /// <summary>The words of a host.</summary>
    internal static IEnumerable<string> Of(Host host) => [.. VServer(host.Root), .. Processors(host), .. Mainframe(host), .. Power(host), .. LogicalDomain(host)];

    /// <summary>Whether it is a partition of POWER of which nobody says whether it shares processors.</summary>
    internal static bool IsModeOpen(Host host) =>
        PartitionSigns.IsPartitionPlatform(host) && !PartitionSigns.IsEmulated(host) && host.Root.Lines(PartitionSigns.PartitionConfiguration) is not Got<string[]>;

    private static string[] VServer(HostRoot root) => VServerContext.Number(root) switch
    {
        null => [],
        0 => ["linux_vserver", "linux_vserver-host"],
        _ => ["linux_vserver", "linux_vserver-guest"],
    };

    private static IEnumerable<string> Processors(Host host)
    {
        var vendors = CpuInfo.Of(host).Content?.All("vendor_id") ?? [];
        var names = CpuInfo.Of(host).Content?.All("model name") ?? [];
        if (names.Concat(vendors).Any(text => text == "User Mode Linux" || text.Contains("UML", StringComparison.Ordinal)))
        {
            yield return "uml";
        }

        if (vendors.Any(vendor => vendor.Contains("PowerVM Lx86", StringComparison.Ordinal)))
        {
            yield return "powervm_lx86";
        }
    }

    private static string[] Mainframe(Host host)
    {
        if (CpuInfo.Of(host).Content?.All("vendor_id").Any(vendor => vendor.StartsWith("IBM/S390", StringComparison.Ordinal)) != true)
        {
            return [];
        }

        return host.Root.Lines(PartitionSigns.SystemInformation) is not Got<string[]> lines
            ? ["ibm_systemz"]
            : ["ibm_systemz", Array.Find(lines.Value, line => line.StartsWith("VM", StringComparison.Ordinal) && line.Contains("Control Program", StringComparison.Ordinal)) switch
            {
                { } program when program.Contains("KVM/Linux", StringComparison.Ordinal) => "ibm_systemz-kvm",
                { } program when program.Contains("z/VM", StringComparison.Ordinal) => "ibm_systemz-zvm",
                _ when Array.Exists(lines.Value, line => line.StartsWith("LPAR", StringComparison.Ordinal)) => "ibm_systemz-lpar",
                _ => "ibm_systemz-direct",
            }];
    }

    private static string[] Power(Host host)
    {
        if (!PartitionSigns.IsPartitionPlatform(host))
        {
            return [];
        }

        var isShared = (host.Root.Lines(PartitionSigns.PartitionConfiguration).Content ?? []).Any(line => line.Trim() == "shared_processor_mode=1");
        return PartitionSigns.IsEmulated(host) ? ["ibm_power-kvm"] : isShared ? ["ibm_power-lpar_shared"] : ["ibm_power-lpar_dedicated"];
    }

    private static string[] LogicalDomain(Host host)
    {
        var isDomain = Os.Architecture.Of(host).Content?.StartsWith("sparc", StringComparison.Ordinal) == true && host.Root.Entry(DomainDescription) is Got<HostEntry>;
        var isControl = host.Root.Entry("sys/class/vlds/ctrl") is Got<HostEntry> && host.Root.Entry("sys/class/vlds/sp") is Got<HostEntry>;
        return !isDomain ? [] : ["ldoms", isControl ? "ldoms-control" : "ldoms-guest"];
    }
}
