using Policy.Collection.Sources.Cpu;

namespace Policy.Collection.Sources.Identity.Virtualization.Words;

/// <summary>The words for kernels and machines that are virtualized in a way of their own.</summary>
internal static class SystemWords
{
    /// <summary>Where a domain of SPARC finds what it is.</summary>
    internal const string DomainDescription = "dev/mdesc";

    /// <summary>The words of a host.</summary>
    internal static IEnumerable<string> Of(Host host) =>
        [.. VServer(host.Root), .. Processors(host), .. Mainframe(host), .. Power(host), .. LogicalDomain(host)];

    /// <summary>Whether it is a partition of POWER of which nobody says whether it shares processors.</summary>
    internal static bool IsModeOpen(Host host) =>
        PartitionSigns.IsPartitionPlatform(host)
        && !PartitionSigns.IsEmulated(host)
        && host.Root.Lines(PartitionSigns.PartitionConfiguration) is not Got<string[]>;

    private static string[] VServer(HostRoot root) => VServerContext.Number(root) switch
    {
        null => [],
        0 => ["linux_vserver", "linux_vserver-host"],
        _ => ["linux_vserver", "linux_vserver-guest"],
    };

    private static IEnumerable<string> Processors(Host host)
    {
        if (UserModeKernel.IsIt(host))
        {
            yield return "uml";
        }

        if (CpuInfo.Of(host).Content?.All("vendor_id").Any(vendor => vendor.Contains("PowerVM Lx86", StringComparison.Ordinal)) == true)
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

        return host.Root.Lines(PartitionSigns.SystemInformation) is Got<string[]> lines ? ["ibm_systemz", ControlProgram(lines.Value)] : ["ibm_systemz"];
    }

    // VM00 Control Program: z/VM    5.3.0
    private static string ControlProgram(string[] lines) => Array.Find(lines, line => line.Contains("Control Program:", StringComparison.Ordinal)) switch
    {
        { } program when program.Contains("KVM/Linux", StringComparison.Ordinal) => "ibm_systemz-kvm",
        { } program when program.Contains("z/VM", StringComparison.Ordinal) => "ibm_systemz-zvm",
        _ when Array.Exists(lines, line => line.StartsWith("LPAR", StringComparison.Ordinal)) => "ibm_systemz-lpar",
        _ => "ibm_systemz-direct",
    };

    private static string[] Power(Host host)
    {
        if (!PartitionSigns.IsPartitionPlatform(host))
        {
            return [];
        }

        var configuration = host.Root.Lines(PartitionSigns.PartitionConfiguration).Content ?? [];
        var isShared = Array.Exists(configuration, line => line.Trim() == "shared_processor_mode=1");
        return PartitionSigns.IsEmulated(host) ? ["ibm_power-kvm"] : isShared ? ["ibm_power-lpar_shared"] : ["ibm_power-lpar_dedicated"];
    }

    private static string[] LogicalDomain(Host host)
    {
        var isDomain = host.Root.Entry(DomainDescription) is Got<HostEntry> && Os.Architecture.Of(host).Content is ['s', 'p', 'a', 'r', 'c', ..];
        var isControl = host.Root.Entry("sys/class/vlds/ctrl") is Got<HostEntry> && host.Root.Entry("sys/class/vlds/sp") is Got<HostEntry>;
        return !isDomain ? [] : ["ldoms", isControl ? "ldoms-control" : "ldoms-guest"];
    }
}
