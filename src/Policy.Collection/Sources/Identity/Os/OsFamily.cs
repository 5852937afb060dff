using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>Tells the kinds of operating systems.</summary>
internal static class OsFamily
{
    /// <summary>The kernel's name.</summary>
    internal const string KernelType = "proc/sys/kernel/ostype";

    /// <summary>The kernel's name, version and build.</summary>
    internal const string KernelBanner = "proc/version";

    private const string Linux = "linux";
    private const string FreeBsd = "freebsd";

    // The file is an invention of Linux distributions; these others have it too.
    private static readonly string[] Others =
    [
        "aix", "dragonfly", "haiku", "illumos", "midnightbsd", "netbsd", "nexenta",
        "omnios", "openbsd", "openindiana", "smartos", "solaris", "sunos", "tribblix",
    ];

    // Only Linux has them; a captured root may have nothing else.
    internal static readonly string[] OnlyOnLinux =
        ["sys/devices/system/cpu", "proc/cpuinfo", "proc/meminfo", "proc/self/status", "lib/modules", "usr/lib/modules"];

    /// <summary>The fact.</summary>
    internal static Observation Look(Host host)
    {
        if (host.IsComplete)
        {
            return host.OperatingSystem().Observe((name, source) => Answer.Of(name, source));
        }

        return OfKernel(host.Root) ?? OfRelease(host) ?? OfTree(host.Root) ?? new Unknown(UnknownCause.MissingSource, OsRelease.Place);
    }

    private static Observation? OfKernel(HostRoot root) => (root.Value(KernelType), root.Value(KernelBanner)) switch
    {
        (Got<string> { Value: "Linux" } got, _) => Answer.Of(Linux, got.Source),
        (_, Got<string> got) when got.Value.StartsWith("Linux version ", StringComparison.Ordinal) => Answer.Of(Linux, got.Source),
        _ => null,
    };

    private static Observation? OfRelease(Host host) => OsRelease.Of(host) switch
    {
        Got<OsRelease> got when got.Value["ID"] == FreeBsd || got.Value.Like.Contains(FreeBsd) => Answer.Of(FreeBsd, got.Source),
        Got<OsRelease> got when Others.Contains(got.Value["ID"]) || got.Value.Like.Intersect(Others).Any() =>
            new Unknown(UnknownCause.Unsupported, $"{got.Source}: {got.Value["ID"]}"),
        Got<OsRelease> got => Answer.Of(Linux, got.Source),
        _ => null,
    };

    private static Observation? OfTree(HostRoot root) =>
        Array.Find(OnlyOnLinux, path => root.Entry(path) is Got<HostEntry>) is { } found ? Answer.Of(Linux, found) : null;
}
