using Policy.Collection.Sources.Software.Packages.Sqlite;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The database of rpm, read as bytes in each of its three formats: SQLite, ndb and Berkeley DB.</summary>
internal static class RpmDatabase
{
    /// <summary>The line of the table.</summary>
    public static readonly PackageManager Definition = new("rpm", "rpm", string.Join(", ", Places), Read) { Programs = Programs };

    // File lists and changelogs are in the database too: a large workstation has some 200 MiB.
    private const int MostBytes = 1024 * 1024 * 1024;

    /// <summary>Takes the header of one package; false ends the walk as damaged.</summary>
    public delegate bool Visit(ReadOnlySpan<byte> header);

    private static string[] Folders => ["usr/lib/sysimage/rpm", "var/lib/rpm", "usr/share/rpm"];

    // A host that has changed its format may have kept the older file.
    private static string[] Files => ["rpmdb.sqlite", "Packages.db", "Packages"];

    private static IEnumerable<string> Places => Files.SelectMany(_ => Folders, (file, folder) => $"{folder}/{file}");

    private static Reading<PackageMap> Read(HostRoot root)
    {
        var packages = new List<InstalledPackage>();
        return Walk(root, header => Add(header, packages)).Then(_ => new PackageMap(packages, '.'));
    }

    private static Reading<Dictionary<string, string>> Programs(HostRoot root)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        return Walk(root, header => RpmPrograms.Read(header, owners)).Then(_ => owners);
    }

    private static bool Add(ReadOnlySpan<byte> header, List<InstalledPackage> packages)
    {
        var package = RpmHeader.Read(header);
        if (package is not null)
        {
            packages.Add(package);
        }

        return package is not null;
    }

    private static Reading<bool> Walk(HostRoot root, Visit visit)
    {
        foreach (var path in Places)
        {
            var reading = root.Bytes(path, MostBytes);
            if (reading is not Missing<byte[]>)
            {
                return reading is Got<byte[]> got ? Walk(root, path, got.Value, visit) : reading.Then(_ => true);
            }
        }

        return new Missing<bool>(Places.First());
    }

    private static Reading<bool> Walk(HostRoot root, string path, byte[] file, Visit visit)
    {
        var log = root.Bytes($"{path}-wal", MostBytes);
        if (log is Failed<byte[]>)
        {
            return log.Then(_ => true);
        }

        // A rollback journal that still has its magic number belongs to a transaction that was cut off.
        if (root.Bytes($"{path}-journal", MostBytes) is not Missing<byte[]> and not Got<byte[]> { Value: [] or [0, ..] })
        {
            return new Failed<bool>(UnknownCause.Unsupported, $"{path}-journal", "a transaction has not been rolled back");
        }

        var isRead = path[(path.LastIndexOf('/') + 1)..] switch
        {
            "Packages.db" => RpmSlots.Read(file, visit),
            "Packages" => BerkeleyHash.Read(file, visit),
            _ => SqlitePages.Open(file, log.Content ?? []) is { } pages
                && SqliteTable.Read(pages, "Packages", record => SqliteRecord.TryBytes(record, 1, out var header) && visit(header)),
        };
        return isRead ? new Got<bool>(true, path) : new Failed<bool>(UnknownCause.Malformed, path, "not a sound RPM database");
    }
}
