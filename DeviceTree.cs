namespace Policy.Collection.Sources.Identity;

/// <summary>What firmware without SMBIOS says about the machine.</summary>
internal static class DeviceTree
{
    /// <summary>Its root.</summary>
    internal const string Folder = "proc/device-tree";

    /// <summary>The vendor of the hypervisor that the tree names, in lscpu's spelling; null if it names none.</summary>
    internal static string? Hypervisor(HostRoot root) => Compatible(root, $"{Folder}/hypervisor/compatible") switch
    {
        var names when names.Any(name => name.Contains("linux,kvm", StringComparison.Ordinal)) => "KVM",
        var names when names.Any(name => name.Contains("xen", StringComparison.Ordinal)) => "Xen",
        var names when names.Any(name => name.Contains("vmware", StringComparison.Ordinal)) => "VMware",
        _ => null,
    };

    /// <summary>Whether the machine is the one that the native Linux KVM tool makes.</summary>
    internal static bool IsLinuxKvmTool(HostRoot root) => Model(root).Contains("linux,dummy-virt");

    /// <summary>Whether QEMU has left its configuration device.</summary>
    internal static bool IsQemu(HostRoot root) =>
        (root.Names(Folder).Content ?? []).Any(name => name.StartsWith("fw-cfg", StringComparison.Ordinal)) || Model(root).Contains("qemu,pseries");

    /// <summary>Whether POWER firmware runs the system on the bare machine.</summary>
    internal static bool IsBarePower(HostRoot root) => Model(root).Contains("ibm,powernv");

    /// <summary>Whether the root can tell that no hypervisor is named: it has the tree's own name for the machine.</summary>
    internal static bool IsReadable(HostRoot root) => Model(root).Length > 0;

    private static string[] Model(HostRoot root) => Compatible(root, $"{Folder}/compatible");

    private static string[] Compatible(HostRoot root, string path) =>
        (root.Text(path).Content ?? string.Empty).Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
