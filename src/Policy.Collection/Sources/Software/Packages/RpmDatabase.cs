using Policy.Collection.Sources.Software.Packages.Sqlite;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The database of rpm, read as bytes where it is an SQLite file; the older formats of Berkeley DB and ndb are not read.</summary>
internal static class RpmDatabase
{
    /// <summary>The line of the table.</summary>
    public static readonly PackageManager Definition = new("rpm", "rpm", string.Join(", ", Folders.Select(folder => $"{folder}/rpmdb.sqlite")), Read);

    // File lists and changelogs are in the database too: a large workstation has some 200 MiB.
    private const int MostBytes = 1024 * 1024 * 1024;

    private static string[] Folders => ["usr/lib/sysimage/rpm", "var/lib/rpm", "usr/share/rpm"];

    private static string[] OtherFormats => ["Packages", "Packages.db"];

    private static Reading<PackageMap> Read(HostRoot root)
    {
        foreach (var folder in Folders)
        {
            var path = $"{folder}/rpmdb.sqlite";
            var reading = root.Bytes(path, MostBytes);
            if (reading is Got<byte[]> got)
            {
                return Read(root, path, got.Value);
            }

            if (reading is Failed<byte[]> failed)
            {
                return new Failed<PackageMap>(failed.Cause, failed.Source, failed.Detail);
            }
        }

        return OtherFormat(root);
    }

    private static Reading<PackageMap> OtherFormat(HostRoot root)
    {
        foreach (var path in Folders.SelectMany(_ => OtherFormats, (folder, name) => $"{folder}/{name}"))
        {
            if (root.Entry(path) is not Missing<HostEntry>)
            {
                return new Failed<PackageMap>(UnknownCause.Unsupported, path, "only the SQLite format of an RPM database is read");
            }
        }

        return new Missing<PackageMap>($"{Folders[0]}/rpmdb.sqlite");
    }

    private static Reading<PackageMap> Read(HostRoot root, string path, byte[] file)
    {
        var log = root.Bytes($"{path}-wal", MostBytes);
        if (log is Failed<byte[]> failed)
        {
            return new Failed<PackageMap>(failed.Cause, failed.Source, failed.Detail);
        }

        // A rollback journal that still has its magic number belongs to a transaction that was cut off.
        if (root.Bytes($"{path}-journal", MostBytes) is not Missing<byte[]> and not Got<byte[]> { Value: [] or [0, ..] })
        {
            return new Failed<PackageMap>(UnknownCause.Unsupported, $"{path}-journal", "a transaction has not been rolled back");
        }

        var packages = new List<InstalledPackage>();
        var isRead = SqlitePages.Open(file, log.Content ?? []) is { } pages && SqliteTable.Read(pages, "Packages", record => Add(record, packages));
        return isRead
            ? new Got<PackageMap>(new PackageMap(packages, '.'), path)
            : new Failed<PackageMap>(UnknownCause.Malformed, path, "not a sound RPM database");
    }

    private static bool Add(ReadOnlySpan<byte> record, List<InstalledPackage> packages)
    {
        var package = SqliteRecord.TryBytes(record, 1, out var header) ? RpmHeader.Read(header) : null;
        if (package is not null)
        {
            packages.Add(package);
        }

        return package is not null;
    }
}
