using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which kernel's files a root is asked for.</summary>
internal static class KernelFiles
{
    private const string VersionStart = "Linux version ";

    /// <summary>Where the release is read.</summary>
    internal static readonly string[] Sources = ["proc/sys/kernel/osrelease", "uname(2)", "uname -r", "proc/version", "boot/config-*", "lib/modules", "usr/lib/modules"];

    private static readonly string[] ModuleFolders = ["lib/modules", "usr/lib/modules"];

    /// <summary>The release of the running kernel; of a captured root that does not tell it, the only kernel that is installed there.</summary>
    internal static Reading<string> Release(Host host) => host.Memory.Once("kernel-files", () => Find(host));

    private static Reading<string> Find(Host host)
    {
        var running = host.KernelRelease();
        if (running is Got<string> got)
        {
            return IsName(got.Value) ? got : new Failed<string>(UnknownCause.Malformed, got.Source);
        }

        return host.IsComplete ? running : FromVersion(host.Root) ?? Only(host.Root) ?? running;
    }

    // Linux version 4.15.18-28-pve (build@host) ...
    private static Got<string>? FromVersion(HostRoot root)
    {
        if (root.Value("proc/version") is not Got<string> version || !version.Value.StartsWith(VersionStart, StringComparison.Ordinal))
        {
            return null;
        }

        var release = version.Value[VersionStart.Length..].Split(' ')[0];
        return IsName(release) ? new Got<string>(release, version.Source) : null;
    }

    private static Got<string>? Only(HostRoot root)
    {
        const string Config = "config-";
        var configs = (root.Names("boot").Content ?? []).Where(name => name.StartsWith(Config, StringComparison.Ordinal)).Select(name => name[Config.Length..]);
        var modules = ModuleFolders.SelectMany(folder => root.Names(folder).Content ?? []).Where(name => char.IsAsciiDigit(name[0]));
        var releases = configs.Concat(modules).Where(IsName).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return releases is [var release] ? new Got<string>(release, $"boot/{Config}{release}") : null;
    }

    // It becomes a part of paths.
    private static bool IsName(string release) => release.Length > 0 && !release.Contains('/', StringComparison.Ordinal) && release[0] != '.';
}
