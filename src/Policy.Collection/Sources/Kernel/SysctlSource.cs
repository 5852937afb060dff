using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>How the kernel's knobs are set.</summary>
internal static class SysctlSource
{
    private static readonly FactDescription Knobs = FactDescription.Of(
        "sysctl(*)",
        new MapType("name", new StringType()),
        "The value of a kernel parameter in sysctl(8)'s spelling, such as net.ipv4.ip_forward; only those that a policy names. "
        + "Absent: the kernel does not have it, as that of a module that is not loaded.",
        SysctlTree.Folder);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("sysctl", [Knobs], (host, demand) =>
        EntryMap.Endless(Knobs.Path, name => SysctlTree.Ask(host, name)).Emit(demand));
}
