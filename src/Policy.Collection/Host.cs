namespace Policy.Collection;

/// <summary>A host that can be asked: its files, the programs that may be run on it, and what only a running machine can tell.</summary>
/// <param name="Root">The door to its files.</param>
/// <param name="Commands">The door to programs; of a captured root their recorded output.</param>
/// <param name="Options">What the user allowed.</param>
public sealed record Host(HostRoot Root, HostCommands Commands, HostOptions Options)
{
    /// <summary>Whether it is the machine that the program runs on; only then may devices, CPUID and the process itself be asked.</summary>
    public bool IsLive => Root.IsLive;

    /// <summary>What several sources share and only one has to read.</summary>
    internal HostMemory Memory { get; } = new();
}

/// <summary>What the user allowed.</summary>
/// <param name="ProbeKvm">Whether <c>/dev/kvm</c> may be opened and asked to create a VM.</param>
/// <param name="Project">The folder, relative to the host's root, whose lock files tell the libraries; null if none was named.</param>
public sealed record HostOptions(bool ProbeKvm = true, string? Project = null);
