using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity;

/// <summary>Which family of operating systems runs.</summary>
internal static class OsFamily
{
    private const string KernelName = "proc/sys/kernel/ostype";
    private const string KernelVersion = "proc/version";
    private const string Linux = "linux";
    private const string FreeBsd = "freebsd";

    // The other systems that write an os-release(5) or are asked for one; everything else that has the file is Linux, whose file it is.
    private static readonly HashSet<string> OtherSystems = new(StringComparer.OrdinalIgnoreCase)
    {
        "aix", "dragonfly", "haiku", "hyperbolabsd", "illumos", "ios_xr", "midnightbsd", "netbsd", "nexenta", "omnios", "openbsd", "openindiana",
        "smartos", "solaris", "tribblix", "xstreamos",
    };

    private static readonly HashSet<string> FreeBsdSystems = new(StringComparer.OrdinalIgnoreCase)
    {
        FreeBsd, "ghostbsd", "hardenedbsd", "hello", "nomadbsd", "opnsense", "pfsense",
    };

    /// <summary>The fact.</summary>
    internal static readonly SingleFact Fact = new(
        FactDescription.Of(
            "os.family",
            new StringType([Linux, FreeBsd, "windows", "macos"]),
            "The family of the operating system, by its kernel or its os-release. Unknown for another family, and where neither can be read.",
            KernelName,
            KernelVersion,
            OsRelease.File,
            OsRelease.VendorFile),
        Look);

    private static Observation Look(Host host)
    {
        if (host.Root.Value(KernelName) is Got<string> { Value: "Linux" } name)
        {
            return Answer.Of(Linux, name.Source);
        }

        if (host.Root.Value(KernelVersion) is Got<string> version && version.Value.StartsWith("Linux version ", StringComparison.Ordinal))
        {
            return Answer.Of(Linux, version.Source);
        }

        return OsRelease.Of(host).Observe(Judge);
    }

    private static Observation Judge(IReadOnlyDictionary<string, string> values, string source)
    {
        var id = values.GetValueOrDefault("ID", Linux);
        var name = values.GetValueOrDefault("NAME", string.Empty);
        if (FreeBsdSystems.Contains(id))
        {
            return Answer.Of(FreeBsd, source);
        }

        var isOther = OtherSystems.Contains(id) || name.EndsWith("/Hurd", StringComparison.Ordinal) || name.EndsWith("/kFreeBSD", StringComparison.Ordinal);
        return isOther ? new Unknown(UnknownCause.Unsupported, $"{source}: {id} is none of the families") : Answer.Of(Linux, source);
    }
}
