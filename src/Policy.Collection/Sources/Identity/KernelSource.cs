using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity;

/// <summary>Which kernel runs and what the host calls itself.</summary>
internal static class KernelSource
{
    private const string Release = "proc/sys/kernel/osrelease";
    private const string Version = "proc/version";
    private const string HostName = "proc/sys/kernel/hostname";
    private const string HostNameFile = "etc/hostname";
    private const string VersionStart = "Linux version ";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "running-kernel",
        new SingleFact(
            FactDescription.Of("kernel.release", new StringType(), "The running kernel as uname -r prints it; never absent.", Release, Version),
            host => RunningRelease(host).Observe((text, source) => Answer.Of(text, source))),
        new SingleFact(
            FactDescription.Of(
                "kernel.version",
                new VersionType(VersionScheme.Dotted),
                "The running kernel's release as a version, such as 5.14.0-503.el9.x86_64; never absent. A distribution may have carried back what "
                    + "newer kernels have.",
                Release,
                Version),
            host => RunningRelease(host).Observe(Comparable)),
        new SingleFact(
            FactDescription.Of(
                "host.name",
                new StringType(),
                "What the host calls itself. Absent if it has no name.",
                HostName,
                HostNameFile),
            LookAtName));

    /// <summary>The running kernel's release: the kernel's own word, the recorded <c>uname -r</c>, or the start of <c>proc/version</c>.</summary>
    internal static Reading<string> RunningRelease(Host host) => host.KernelRelease() switch
    {
        Missing<string> when FromVersion(host.Root) is { } release => release,
        Missing<string> => new Missing<string>(Release),
        Got<string> { Value: "" } empty => new Failed<string>(UnknownCause.Malformed, empty.Source, "empty"),
        var reading => reading,
    };

    // Linux version 4.15.18-28-pve (build@host) ...
    private static Got<string>? FromVersion(HostRoot root) =>
        root.Value(Version) is Got<string> version && version.Value.StartsWith(VersionStart, StringComparison.Ordinal)
            && version.Value[VersionStart.Length..].Split(' ')[0] is { Length: > 0 } release
            ? new Got<string>(release, version.Source)
            : null;

    private static Observation Comparable(string release, string source) => char.IsAsciiDigit(release[0])
        ? new Present(new VersionValue(release, VersionScheme.Dotted), source)
        : new Unknown(UnknownCause.Malformed, $"{source}: no number at the start");

    private static Observation LookAtName(Host host)
    {
        var name = host.Root.Value(HostName);
        return (name is Missing<string> ? FromFile(host.Root) : name).Observe((text, source) => text is "" or "(none)" ? new Absent(source) : Answer.Of(text, source));
    }

    // hostname(5): the first line that is no comment.
    private static Reading<string> FromFile(HostRoot root) => root.Lines(HostNameFile) switch
    {
        Missing<string[]> => new Missing<string>(HostName),
        var lines => lines.Then(all => Array.Find(all, line => line.Trim() is { Length: > 0 } text && text[0] != '#')?.Trim() ?? string.Empty),
    };
}
