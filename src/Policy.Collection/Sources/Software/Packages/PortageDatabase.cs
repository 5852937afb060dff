namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The database of Gentoo's portage: a folder for each category, and in it one for each package, named with its version.</summary>
internal static class PortageDatabase
{
    /// <summary>The line of the table; no scheme of ours compares its versions.</summary>
    public static readonly PackageManager Definition = new("portage", null, Folder, Read) { Programs = Programs };

    private const string Folder = "var/db/pkg";

    private static Reading<PackageMap> Read(HostRoot root)
    {
        var packages = new List<InstalledPackage>();
        var walk = Walk(root, (_, name, version) => packages.Add(new InstalledPackage(name, version, null)));
        return walk.Then(_ => new PackageMap(packages, '.'));
    }

    // A line of CONTENTS is `obj /usr/bin/name md5 time`, or `sym /usr/bin/name -> target time`.
    private static Reading<Dictionary<string, string>> Programs(HostRoot root)
    {
        var lists = new List<(string Path, string Package)>();
        return Walk(root, (folder, name, _) => lists.Add(($"{folder}/CONTENTS", name))) is not Got<bool> and var failed
            ? failed.Then<Dictionary<string, string>>(_ => throw new System.Diagnostics.UnreachableException())
            : ProgramOwners.OfLists(root, lists, line => line.Split(' ') is ["obj" or "sym", var path, ..] ? path : string.Empty);
    }

    // The key is category and name: `app-editors/vim`.
    private static Reading<bool> Walk(HostRoot root, Action<string, string, string> visit)
    {
        var categories = root.Names(Folder);
        foreach (var category in (categories.Content ?? []).Where(name => !name.StartsWith('.')))
        {
            var names = root.Names($"{Folder}/{category}");
            if (names is Failed<string[]> { Cause: not Core.Facts.UnknownCause.Malformed })
            {
                return names.Then(_ => true);
            }

            // A dash before it tells an unfinished merge.
            foreach (var name in (names.Content ?? []).Where(name => name is not ['-' or '.', ..] && VersionAt(name) > 0))
            {
                var at = VersionAt(name);
                visit($"{Folder}/{category}/{name}", $"{category}/{name[..at]}", name[(at + 1)..]);
            }
        }

        return categories.Then(_ => true);
    }

    // The last dash with a digit behind it, but not that of a revision such as `-r1`.
    private static int VersionAt(string name)
    {
        for (var at = name.LastIndexOf('-'); at > 0; at = name.LastIndexOf('-', at - 1))
        {
            if (at + 1 < name.Length && char.IsAsciiDigit(name[at + 1]))
            {
                return at;
            }
        }

        return -1;
    }
}
