namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>What the device tree says, on machines that have one.</summary>
/// <param name="Names">What stands at its root.</param>
/// <param name="Compatible">The machine, the most exact name first.</param>
/// <param name="Hypervisor">The names of the node of the hypervisor; empty if there is none.</param>
internal sealed record DeviceTree(string[] Names, string[] Compatible, string[] Hypervisor)
{
    /// <summary>Where the kernel shows it.</summary>
    internal const string Place = "proc/device-tree";

    private static readonly string[] Folders = [Place, "sys/firmware/devicetree/base"];

    /// <summary>A host's; missing on machines that describe themselves otherwise.</summary>
    internal static Reading<DeviceTree> Of(Host host) => host.Memory.Once("device-tree", () => Find(host.Root));

    /// <summary>Whether the machine runs below no hypervisor: POWER says so itself, and of other machines the name is that of a board.</summary>
    internal bool IsBare => Compatible.Contains("ibm,powernv") || (Compatible.Length > 0 && Vendor is null);

    /// <summary>The hypervisor as lscpu(1) names it, or its own name; null if nothing speaks of one.</summary>
    internal string? Vendor => true switch
    {
        _ when Compatible.Contains("ibm,powernv") => null,
        _ when IsHypervisor("xen") => "Xen",
        _ when IsHypervisor("vmware") => "VMware",
        _ when IsHypervisor("linux,kvm") => "KVM",
        _ when IsPartition => "pHyp",
        _ when Compatible.Contains("qemu,pseries") || HasFirmwareConfiguration => "KVM",
        _ when Hypervisor.Length > 0 => Hypervisor[0],
        _ when IsDummy => "KVM",
        _ => null,
    };

    /// <summary>Whether it is a partition of PowerVM.</summary>
    internal bool IsPartition => Names.Contains("ibm,partition-name") && Names.Contains("hmc-managed?");

    /// <summary>Whether QEMU lets its guest read the configuration.</summary>
    internal bool HasFirmwareConfiguration => Array.Exists(Names, name => name.Contains("fw-cfg", StringComparison.Ordinal));

    /// <summary>Whether it is the board that small hypervisors of the kernel's own kind make up.</summary>
    internal bool IsDummy => Compatible.Contains("linux,dummy-virt");

    /// <summary>Whether a name of the hypervisor holds a word.</summary>
    internal bool IsHypervisor(string word) => Array.Exists(Hypervisor, name => name.Contains(word, StringComparison.Ordinal));

    private static Reading<DeviceTree> Find(HostRoot root)
    {
        var folder = Folders.Select(root.Names).FirstOrDefault(reading => reading is not Missing<string[]>);
        return folder is Got<string[]> { Source: var source }
            ? folder.Then(names => new DeviceTree(names, Texts(root, $"{source}/compatible"), Texts(root, $"{source}/hypervisor/compatible")))
            : folder?.Then(_ => new DeviceTree([], [], [])) ?? new Missing<DeviceTree>(Place);
    }

    private static string[] Texts(HostRoot root, string path) =>
        root.Text(path).Content?.Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
