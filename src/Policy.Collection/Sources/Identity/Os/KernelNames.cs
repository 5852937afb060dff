using Policy.Core.Facts;
using Policy.Core.Facts.Versions;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>What the running kernel calls itself and the host.</summary>
internal static class KernelNames
{
    private const string ReleasePlace = "proc/sys/kernel/osrelease";
    private const string NamePlace = "proc/sys/kernel/hostname";
    private const string NameFile = "etc/hostname";

    /// <summary>Everything that is read for the release.</summary>
    internal static readonly string[] ReleaseSources = [ReleasePlace, "uname(2)", "uname -r", OsFamily.KernelBanner];

    private static readonly FactDescription ReleaseText = FactDescription.Of(
        "kernel.release",
        new StringType(),
        "The running kernel's release as `uname -r` prints it, such as `6.1.0-18-amd64`. Never absent; in a container that of the host.",
        ReleaseSources);

    private static readonly FactDescription Version = FactDescription.Of(
        "kernel.version",
        new VersionType(VersionScheme.Dotted),
        "The running kernel's release as a version. Distributions carry newer features back to older versions, so it is a hint and no proof. Never absent.",
        ReleaseSources);

    private static readonly FactDescription Name = FactDescription.Of(
        "host.name",
        new StringType(),
        "The name that the host has given itself. Never absent.",
        NamePlace,
        NameFile);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "kernel-names",
        new SingleFact(ReleaseText, host => Release(host).Observe((text, source) => Answer.Of(text, source))),
        new SingleFact(Version, host => Release(host).Observe(ToVersion)),
        new SingleFact(Name, host => HostName(host.Root).Observe((text, source) => Answer.Of(text, source))));

    /// <summary>The release of the running kernel, also from the banner if a captured root has nothing else.</summary>
    internal static Reading<string> Release(Host host) => host.KernelRelease() switch
    {
        Got<string> { Value: "" } empty => new Failed<string>(UnknownCause.Malformed, empty.Source, "empty"),
        Got<string> got => got,
        var reason => OfBanner(host.Root.Value(OsFamily.KernelBanner)) ?? reason,
    };

    // Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org) (gcc-12 ...) #1 SMP ...
    private static Got<string>? OfBanner(Reading<string> banner) =>
        banner is Got<string> got && got.Value.Split(' ') is ["Linux", "version", { Length: > 0 } release, ..] ? new Got<string>(release, got.Source) : null;

    private static Observation ToVersion(string text, string source) => VersionOrder.CanRead(VersionScheme.Dotted, text)
        ? new Present(new VersionValue(text, VersionScheme.Dotted), source)
        : new Unknown(UnknownCause.Malformed, source);

    private static Reading<string> HostName(HostRoot root) => root.Value(NamePlace) switch
    {
        Missing<string> => First(root.Lines(NameFile)),
        var reading => reading,
    };

    // hostname(5): comments may stand before the name.
    private static Reading<string> First(Reading<string[]> file) => file switch
    {
        Got<string[]> got when Array.Find(got.Value, line => line.Trim() is [not '#', ..]) is { } line => new Got<string>(line.Trim(), got.Source),
        Got<string[]> got => new Failed<string>(UnknownCause.Malformed, got.Source, "no name"),
        _ => file.Then(_ => string.Empty),
    };
}
