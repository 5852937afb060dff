namespace Policy.Collection.Sources.Cpu;

/// <summary>Tells whose extensions processors cannot have.</summary>
internal static class CpuMakers
{
    private static readonly string[] AmdVendors = ["AuthenticAMD", "HygonGenuine"];
    private static readonly string[] IntelVendors = ["GenuineIntel"];

    /// <summary>Whether the processors are known, and are not AMD's or of its design.</summary>
    internal static bool IsNoAmd(Host host) => IsNoneOf(host, AmdVendors);

    /// <summary>Whether the processors are known, and are not Intel's.</summary>
    internal static bool IsNoIntel(Host host) => IsNoneOf(host, IntelVendors);

    /// <summary>Whether the processors are known, and are of another architecture than x86.</summary>
    internal static bool IsNoX86(Host host) => CpuInfo.Of(host).Content is { Family: not (CpuFamily.X86 or CpuFamily.Other) };

    private static bool IsNoneOf(Host host, string[] vendors) => IsNoX86(host)
        || (CpuInfo.Of(host).Content is { Family: CpuFamily.X86 } info && info.All("vendor_id") is { Count: > 0 } found && !found.Any(vendors.Contains));
}
