using System.Collections.Immutable;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>A package manager whose database we can read.</summary>
/// <param name="Name">Its name, such as <c>dpkg</c>.</param>
/// <param name="Scheme">The name of its version scheme, such as <c>deb</c>; null if no scheme of ours compares as it does.</param>
/// <param name="Sources">Where its database can stand.</param>
/// <param name="Read">Reads the database; missing if the host has none.</param>
internal sealed record PackageManager(string Name, string? Scheme, string Sources, Func<HostRoot, Reading<PackageMap>> Read)
{
    /// <summary>The programs among the files of its packages, without a leading slash, and the name of the package that owns each.</summary>
    public required Func<HostRoot, Reading<Dictionary<string, string>>> Programs { get; init; }

    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<PackageManager> Everything { get; } =
    [
        DpkgDatabase.Definition,
        RpmDatabase.Definition,
        ApkDatabase.Definition,
        PacmanDatabase.Definition,
        OpkgDatabase.Definition,
        PortageDatabase.Definition,
    ];

    /// <summary>Where all databases can stand.</summary>
    public static IEnumerable<string> Places => Everything.SelectMany(manager => manager.Sources.Split(", "));
}
