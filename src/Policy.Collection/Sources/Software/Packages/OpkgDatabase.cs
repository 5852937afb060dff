namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The database of opkg, of OpenWrt and of Yocto: stanzas as those of dpkg.</summary>
internal static class OpkgDatabase
{
    /// <summary>The line of the table.</summary>
    public static readonly PackageManager Definition = new("opkg", "deb", string.Join(", ", Folders.Select(folder => $"{folder}/status")), Read)
    {
        Programs = root => ProgramOwners.OfDpkgLists(root, $"{Folder(root)}/info"),
    };

    private const int MostBytes = 128 * 1024 * 1024;

    private static string[] Folders => ["usr/lib/opkg", "var/lib/opkg"];

    private static string Folder(HostRoot root) => Folders.FirstOrDefault(folder => root.Entry($"{folder}/status") is Got<HostEntry>, Folders[0]);

    private static Reading<PackageMap> Read(HostRoot root)
    {
        foreach (var path in Folders.Select(folder => $"{folder}/status"))
        {
            var packages = new Dictionary<(string Name, string? Architecture), InstalledPackage>();
            switch (root.Bytes(path, MostBytes))
            {
                case Got<byte[]> got:
                    return new DpkgStanzas(packages, needsStatus: true).Read(got.Value)
                        ? new Got<PackageMap>(new PackageMap([.. packages.Values.Select(package => package with { IsHeld = null })], ':'), path)
                        : new Failed<PackageMap>(Core.Facts.UnknownCause.Malformed, path, "a stanza without a package");
                case Failed<byte[]> failed:
                    return new Failed<PackageMap>(failed.Cause, failed.Source, failed.Detail);
            }
        }

        return new Missing<PackageMap>($"{Folders[0]}/status");
    }
}
