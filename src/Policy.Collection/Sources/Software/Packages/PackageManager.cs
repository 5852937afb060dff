using System.Collections.Immutable;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>A package manager whose database we can read.</summary>
/// <param name="Name">Its name, such as <c>dpkg</c>.</param>
/// <param name="Scheme">The name of its version scheme, such as <c>deb</c>.</param>
/// <param name="Sources">Where its database can stand.</param>
/// <param name="Read">Reads the database; missing if the host has none.</param>
internal sealed record PackageManager(string Name, string Scheme, string Sources, Func<HostRoot, Reading<PackageMap>> Read)
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<PackageManager> Everything { get; } =
    [
        DpkgDatabase.Definition,
        RpmDatabase.Definition,
        ApkDatabase.Definition,
        PacmanDatabase.Definition,
    ];
}
