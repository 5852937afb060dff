using Policy.Collection.Sources.Identity.Os;
using Policy.Collection.Sources.Kernel;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>The Windows Subsystem for Linux: 1 translates system calls, 2 is a virtual machine whose distributions are containers.</summary>
internal static class WindowsSubsystem
{
    /// <summary>What tells it.</summary>
    internal const string Place = "proc/sys/kernel/osrelease";

    /// <summary>Its version; null if it is not there or nobody can tell.</summary>
    internal static int? Version(Host host) => KernelNames.Release(host) is Got<string> release && IsNamed(release.Value) ? Version(host, release.Value) : null;

    // 4.4.0-19041-Microsoft is 1; 5.15.90.1-microsoft-standard-WSL2 is 2. Kernels of one's own keep one of the words.
    private static bool IsNamed(string release) =>
        release.Contains("microsoft", StringComparison.OrdinalIgnoreCase) || release.Contains("WSL", StringComparison.Ordinal);

    private static int Version(Host host, string release)
    {
        var hasOwnKernel = release.Contains("WSL2", StringComparison.Ordinal) || release.Contains("microsoft-standard", StringComparison.Ordinal);
        var rootType = hasOwnKernel ? null : MountTable.Of(host).Content?.Mounts.LastOrDefault(mount => mount.Point == "/")?.What.Type;
        return !hasOwnKernel && (release.Contains("Microsoft", StringComparison.Ordinal) || rootType is "wslfs" or "lxfs") ? 1 : 2;
    }
}
