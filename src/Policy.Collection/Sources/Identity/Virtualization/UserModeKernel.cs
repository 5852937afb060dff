using Policy.Collection.Sources.Cpu;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>User-mode Linux, a kernel that runs as a program of another.</summary>
internal static class UserModeKernel
{
    /// <summary>Whether the processors are those that it makes up.</summary>
    internal static bool IsIt(Host host) =>
        CpuInfo.Of(host).Content is { } info
        && (info.All("vendor_id").Contains("User Mode Linux") || info.All("model name").Any(name => name.Contains("UML", StringComparison.Ordinal)));
}
