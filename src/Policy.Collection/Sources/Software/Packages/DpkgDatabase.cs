using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The database of dpkg, deb(5) and dpkg(1): the status file, its uncommitted updates, and the parts that images without dpkg have instead.</summary>
internal static class DpkgDatabase
{
    /// <summary>The line of the table.</summary>
    public static readonly PackageManager Definition = new("dpkg", "deb", $"{StatusFile}, {PartsFolder}, {UpdatesFolder}", Read)
    {
        Programs = ProgramOwners.OfDpkg,
    };

    private const string StatusFile = "var/lib/dpkg/status";
    private const string PartsFolder = "var/lib/dpkg/status.d";
    private const string UpdatesFolder = "var/lib/dpkg/updates";
    private const int MostBytes = 128 * 1024 * 1024;

    private static Reading<PackageMap> Read(HostRoot root)
    {
        var packages = new Dictionary<(string Name, string? Architecture), InstalledPackage>();
        var status = Parse(root, StatusFile, new DpkgStanzas(packages, needsStatus: true));
        var parts = Folder(root, PartsFolder, IsPart, new DpkgStanzas(packages, needsStatus: false));
        if (status is Missing<bool> && parts is Missing<bool>)
        {
            return new Missing<PackageMap>(StatusFile);
        }

        // An interrupted dpkg leaves what it has not yet merged into the status file; dpkg-query reads it too.
        var updates = Folder(root, UpdatesFolder, name => name.All(char.IsAsciiDigit), new DpkgStanzas(packages, needsStatus: true));
        foreach (var reading in (ReadOnlySpan<Reading<bool>>)[status, parts, updates])
        {
            if (reading is Failed<bool> failed)
            {
                return new Failed<PackageMap>(failed.Cause, failed.Source, failed.Detail);
            }
        }

        return new Got<PackageMap>(new PackageMap(packages.Values, ':'), status is Missing<bool> ? PartsFolder : StatusFile);
    }

    private static bool IsPart(string name) => !name.EndsWith(".md5sums", StringComparison.Ordinal) && !name.StartsWith('.');

    private static Reading<bool> Folder(HostRoot root, string folder, Func<string, bool> counts, DpkgStanzas stanzas)
    {
        var names = root.Names(folder);
        foreach (var name in (names.Content ?? []).Where(counts))
        {
            var part = Parse(root, $"{folder}/{name}", stanzas);
            if (part is not Got<bool>)
            {
                return part is Missing<bool> ? new Failed<bool>(UnknownCause.Malformed, $"{folder}/{name}", "not a file") : part;
            }
        }

        return names.Then(_ => true);
    }

    private static Reading<bool> Parse(HostRoot root, string path, DpkgStanzas stanzas)
    {
        var reading = root.Bytes(path, MostBytes);
        return reading is Got<byte[]> got && !stanzas.Read(got.Value)
            ? new Failed<bool>(UnknownCause.Malformed, path, "a stanza without a package")
            : reading.Then(_ => true);
    }
}
