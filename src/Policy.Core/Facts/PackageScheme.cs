namespace Policy.Core.Facts;

/// <summary>The fact that tells how versions of the scheme <c>native</c> compare.</summary>
public static class PackageScheme
{
    /// <summary>The scheme of the host's package database; absent if a readable host has no package database.</summary>
    public static readonly FactDescription Fact = new(
        FactPath.Parse("packages.scheme"),
        new StringType(["deb", "rpm", "apk", "pacman"]),
        "How the host's package manager compares versions; absent if the host has no package database.",
        ["var/lib/dpkg/status", "var/lib/rpm/rpmdb.sqlite", "usr/lib/sysimage/rpm/rpmdb.sqlite", "lib/apk/db/installed", "var/lib/pacman/local"]);

    /// <summary>The fact as a policy would name it.</summary>
    public static FactReference Reference { get; } = new(Fact, null, [], Fact.Type);

    /// <summary>The scheme that an observation of the fact tells; null if it does not.</summary>
    public static VersionScheme? Of(Observation observation) => observation is Present { Value: StringValue text }
        ? text.Value switch
        {
            "deb" => VersionScheme.Deb,
            "rpm" => VersionScheme.Rpm,
            "apk" => VersionScheme.Apk,
            "pacman" => VersionScheme.Pacman,
            _ => null,
        }
        : null;

    /// <summary>Whether values of a type hold versions of the scheme <c>native</c>.</summary>
    public static bool Matters(FactType type) => type switch
    {
        VersionType version => version.Scheme == VersionScheme.Native,
        ListType list => Matters(list.Of),
        MapType map => Matters(map.Of),
        RecordType record => record.Fields.Any(field => Matters(field.Type)),
        _ => false,
    };
}
