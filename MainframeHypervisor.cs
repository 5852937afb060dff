namespace Policy.Collection.Sources.Identity;

/// <summary>What runs below Linux on IBM's own machines.</summary>
internal static class MainframeHypervisor
{
    /// <summary>What a mainframe tells about the layers below.</summary>
    internal const string Sysinfo = "proc/sysinfo";

    private const string Cpuinfo = "proc/cpuinfo";
    private const string Partition = "proc/ppc64/lparcfg";

    /// <summary>What the machine says; null if it is none of IBM's.</summary>
    internal static Hypervisor? Of(Host host) => Mainframe(host.Root) ?? Power(host.Root);

    private static Hypervisor? Mainframe(HostRoot root)
    {
        var lines = root.Lines(Sysinfo).Content ?? [];
        var programs = lines.Where(line => line.StartsWith("VM", StringComparison.Ordinal) && line.Contains(" Control Program:", StringComparison.Ordinal));
        if (programs.FirstOrDefault() is { } program)
        {
            return program.Contains("KVM/", StringComparison.Ordinal)
                ? new Hypervisor("KVM", "full", ["ibm_systemz", "ibm_systemz-kvm"])
                : new Hypervisor("IBM", "full", ["ibm_systemz", "ibm_systemz-zvm"]);
        }

        return Array.Exists(lines, line => line.StartsWith("LPAR ", StringComparison.Ordinal))
            ? new Hypervisor("IBM", "full", ["ibm_systemz", "ibm_systemz-lpar"]) { IsPartition = true }
            : null;
    }

    private static Hypervisor? Power(HostRoot root)
    {
        var lines = root.Lines(Cpuinfo).Content ?? [];
        if (!lines.Any(line => line.StartsWith("platform", StringComparison.Ordinal) && line.EndsWith("pSeries", StringComparison.Ordinal)))
        {
            return null;
        }

        if (lines.Any(line => line.Contains("emulated by qemu", StringComparison.Ordinal)) || DeviceTree.IsQemu(root))
        {
            return new Hypervisor("KVM", "full", ["ibm_power-kvm"]);
        }

        return root.Lines(Partition).Content is not { } partition
            ? null
            : new Hypervisor("pHyp", "para", [partition.Contains("shared_processor_mode=1") ? "ibm_power-lpar_shared" : "ibm_power-lpar_dedicated"]) { IsPartition = true };
    }
}
