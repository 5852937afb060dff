using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>A database that was read and holds at least one package.</summary>
/// <param name="Manager">Whose it is.</param>
/// <param name="Packages">What is installed.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record PackageDatabase(PackageManager Manager, PackageMap Packages, string Source);

/// <summary>What all package databases of a host say together.</summary>
/// <param name="Databases">The ones that hold packages; the one with the most first, because it is the host's own.</param>
/// <param name="Gap">Why nothing may be concluded from a package that was not found; null if every database of the host was read.</param>
internal sealed record PackageInventory(Sequence<PackageDatabase> Databases, Unknown? Gap)
{
    /// <summary>The host's own database; null if none was read that holds a package.</summary>
    public PackageDatabase? Main => Databases.Count > 0 ? Databases[0] : null;

    /// <summary>What stands as source when nothing was found.</summary>
    public string Source => string.Join(", ", Databases.Select(database => database.Source));

    /// <summary>The inventory of a host; read once.</summary>
    public static PackageInventory Of(Host host) => host.Memory.Once("software.packages", () => Read(host.Root));

    /// <summary>The package under a key, and whose database holds it; the host's own comes first.</summary>
    public (InstalledPackage Package, PackageDatabase Database)? Find(string key)
    {
        foreach (var database in Databases)
        {
            if (database.Packages.Find(key) is { } package)
            {
                return (package, database);
            }
        }

        return null;
    }

    private static PackageInventory Read(HostRoot root)
    {
        var databases = new List<PackageDatabase>();
        Unknown? gap = null;
        var found = false;
        foreach (var manager in PackageManager.Everything)
        {
            var reading = manager.Read(root);
            found |= reading is Got<PackageMap>;
            if (reading is Got<PackageMap> { Value.Count: > 0 } got)
            {
                databases.Add(new PackageDatabase(manager, got.Value, got.Source));
            }

            gap ??= reading is Failed<PackageMap> ? (Unknown)reading.Observe((_, _) => new Absent()) : null;
        }

        gap ??= found ? null : new Unknown(UnknownCause.MissingSource, string.Join(", ", PackageManager.Everything.Select(manager => manager.Sources)));
        return new PackageInventory([.. databases.OrderByDescending(database => database.Packages.Count)], gap);
    }
}
