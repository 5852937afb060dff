using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The installed packages.</summary>
internal static class PackageFacts
{
    private const string Managers = "packages.managers";
    private const string Scheme = "packages.scheme";
    private const string Package = "package";

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "packages",
        [
            FactDescription.Of(
                Managers,
                new ListType(new StringType()),
                "The package managers whose databases hold packages, the one with the most first: dpkg, rpm, apk, pacman, opkg, portage. Never "
                    + "absent; unknown where no database was found, because the host may have another manager.",
                [.. PackageManager.Places]),
            FactDescription.Of(
                Scheme,
                new StringType(["deb", "rpm", "apk", "pacman"]),
                "How the versions of the host's packages compare: the scheme of the manager with the most packages. Absent if the databases are there "
                    + "and empty; unknown of portage, whose versions no scheme compares.",
                [.. PackageManager.Places]),
            FactDescription.Of(
                "package(*)",
                new MapType("name", new RecordType(
                [
                    new FactField("version", new VersionType(VersionScheme.Native), "With epoch and release, as the manager prints it; of several "
                        + "installed versions the highest"),
                    new FactField("architecture", new StringType(), "In the manager's words, such as amd64, x86_64 or all"),
                    new FactField("held", new BooleanType(), "Whether its manager was told not to change it; unknown of managers that keep this elsewhere than "
                        + "in their database, as all but dpkg"),
                ])),
                "An installed package. Absent means: not installed, or removed with only its configuration left. A package for a foreign architecture "
                    + "beside the host's own one has the key name:architecture (dpkg) or name.architecture (rpm).",
                [.. PackageManager.Places]),
        ],
        Read);

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        if (demand.Wants(Managers))
        {
            yield return ObservedFact.Of(Managers, ManagersOf(PackageInventory.Of(host)));
        }

        if (demand.Wants(Scheme))
        {
            yield return ObservedFact.Of(Scheme, SchemeOf(PackageInventory.Of(host)));
        }

        if (!demand.Wants(Package))
        {
            yield break;
        }

        var inventory = PackageInventory.Of(host);
        foreach (var fact in new MapFact(() => Whole(inventory), key => Entry(inventory, key)).Emit(Package, demand))
        {
            yield return fact;
        }
    }

    private static Observation ManagersOf(PackageInventory inventory) => inventory.Gap as Observation
        ?? new Present(new ListValue([.. inventory.Databases.Select(database => RecordFields.Text(database.Manager.Name))]), inventory.Source);

    private static Observation SchemeOf(PackageInventory inventory) => inventory switch
    {
        { Main: { Manager.Scheme: { } scheme } main } => new Present(new StringValue(scheme), main.Source),
        { Main: { } main } => new Unknown(UnknownCause.Unsupported, $"{main.Source}: versions of {main.Manager.Name}"),
        { Gap: { } gap } => gap,
        _ => new Absent(inventory.Source),
    };

    private static Observation Entry(PackageInventory inventory, string key) => inventory.Find(key) is var (package, database)
        ? new Present(Record(package, database, inventory), database.Source)
        : inventory.Gap as Observation ?? new Absent(inventory.Source);

    private static Observation Whole(PackageInventory inventory)
    {
        if (inventory is { Main: null, Gap: { } gap })
        {
            return gap;
        }

        var entries = new Dictionary<string, Observation>(StringComparer.Ordinal);
        foreach (var database in inventory.Databases)
        {
            foreach (var (key, package) in database.Packages.Items)
            {
                entries.TryAdd(key, new Present(Record(package, database, inventory)));
            }
        }

        return new Present(new MapValue(new FactMap(entries), IsComplete: inventory.Gap is null), inventory.Source);
    }

    // A version of a second manager would be compared under the wrong scheme, so it is not told.
    private static RecordValue Record(InstalledPackage package, PackageDatabase database, PackageInventory inventory) => RecordFields.Of(
        ("version", (package.Version, database == inventory.Main) switch
        {
            (null, _) => new Unknown(UnknownCause.Malformed, $"{database.Source}: {package.Name} has no version"),
            (_, false) => new Unknown(UnknownCause.Unsupported, $"{database.Source}: the host's own packages are of {inventory.Main?.Manager.Name}"),
            _ when database.Manager.Scheme is null => new Unknown(UnknownCause.Unsupported, $"{database.Source}: {package.Name} {package.Version}"),
            ({ } version, true) => new Present(new VersionValue(version, VersionScheme.Native)),
        }),
        ("architecture", RecordFields.TextOrAbsent(package.Architecture)),
        ("held", package.IsHeld is { } isHeld
            ? RecordFields.Truth(isHeld)
            : new Unknown(UnknownCause.Unsupported, $"{database.Source}: does not tell what {database.Manager.Name} must not change")));
}
