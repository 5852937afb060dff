using System.Text;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>Which package a program belongs to, by the lists of files that package managers keep.</summary>
internal static class ProgramOwners
{
    private const string DpkgLists = "var/lib/dpkg/info";

    /// <summary>The owner of a file; missing if no list has it, though all were read.</summary>
    public static Reading<(InstalledPackage Package, PackageDatabase Database)> Find(Host host, string path)
    {
        Reading<(InstalledPackage, PackageDatabase)> answer = new Missing<(InstalledPackage, PackageDatabase)>(path);
        foreach (var database in PackageInventory.Of(host).Databases)
        {
            var programs = host.Memory.Once($"software.programs.{database.Manager.Name}", () => database.Manager.Programs(host.Root));
            if (programs is not Got<Dictionary<string, string>> got)
            {
                var reason = (Unknown)programs.Observe((_, _) => new Absent());
                answer = new Failed<(InstalledPackage, PackageDatabase)>(reason.Cause, reason.Detail);
            }
            else if (Spellings(host.Root, path).Select(got.Value.GetValueOrDefault).FirstOrDefault(name => name is not null) is { } owner
                && database.Packages.Find(owner) is { } package)
            {
                return new Got<(InstalledPackage, PackageDatabase)>((package, database), path);
            }
        }

        return PackageInventory.Of(host).Gap is { } gap && answer is Missing<(InstalledPackage, PackageDatabase)>
            ? new Failed<(InstalledPackage, PackageDatabase)>(gap.Cause, gap.Detail)
            : answer;
    }

    /// <summary>Whether programs stand in a folder of such a name.</summary>
    public static bool HoldsPrograms(ReadOnlySpan<char> folder) => folder.TrimEnd('/') switch
    {
        var text when text.EndsWith("bin") || text.EndsWith("/libexec") || text.EndsWith("/games") => true,
        _ => false,
    };

    /// <summary>Of dpkg: a file with the paths of each package.</summary>
    public static Reading<Dictionary<string, string>> OfDpkg(HostRoot root) => OfDpkgLists(root, DpkgLists);

    /// <summary>Of dpkg or another manager that keeps its lists as dpkg does.</summary>
    public static Reading<Dictionary<string, string>> OfDpkgLists(HostRoot root, string folder)
    {
        var names = root.Names(folder);
        var lists = (names.Content ?? []).Where(name => name.EndsWith(".list", StringComparison.Ordinal));
        return names is Got<string[]>
            ? OfLists(root, lists.Select(name => ($"{folder}/{name}", name[..^".list".Length].Split(':')[0])), line => line)
            : names.Then<Dictionary<string, string>>(_ => throw new System.Diagnostics.UnreachableException());
    }

    /// <summary>Of apk: in the database itself, a line for each folder and for each file in it.</summary>
    public static Reading<Dictionary<string, string>> OfApk(HostRoot root)
    {
        var file = Array.Find(ApkDatabase.Files, path => root.Entry(path) is Got<HostEntry>) ?? ApkDatabase.Files[0];
        return root.Bytes(file, ApkDatabase.MostBytes).Then(bytes =>
        {
            var owners = new Dictionary<string, string>(StringComparer.Ordinal);
            var (package, folder) = (string.Empty, string.Empty);
            foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').Where(line => line is [_, ':', ..]))
            {
                (package, folder) = line[0] switch { 'P' => (line[2..], folder), 'F' => (package, line[2..]), _ => (package, folder) };
                if (line[0] == 'R')
                {
                    Add(owners, $"{folder}/{line[2..]}", package);
                }
            }

            return owners;
        });
    }

    /// <summary>Of pacman: a file beside each package's description.</summary>
    public static Reading<Dictionary<string, string>> OfPacman(HostRoot root)
    {
        // The folder's name ends with version and release, which have no dash.
        var names = root.Names(PacmanDatabase.Folder).Content ?? [];
        var packages = names.Where(name => name.Count(letter => letter == '-') >= 2);
        return OfLists(root, packages.Select(name => ($"{PacmanDatabase.Folder}/{name}/files", string.Join('-', name.Split('-')[..^2]))), line => line);
    }

    /// <summary>The programs in lists of files.</summary>
    /// <param name="root">The host's files.</param>
    /// <param name="lists">Each list with its package; one that is not there is empty.</param>
    /// <param name="pathOf">The path in a line; anything without a folder for none.</param>
    public static Reading<Dictionary<string, string>> OfLists(HostRoot root, IEnumerable<(string Path, string Package)> lists, Func<string, string> pathOf)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, package) in lists)
        {
            var lines = root.Lines(path);
            if (lines is Failed<string[]>)
            {
                return lines.Then(_ => owners);
            }

            foreach (var line in lines.Content ?? [])
            {
                Add(owners, pathOf(line), package);
            }
        }

        return new Got<Dictionary<string, string>>(owners, string.Empty);
    }

    private static void Add(Dictionary<string, string> owners, string path, string package)
    {
        var slash = path.LastIndexOf('/');
        if (slash > 0 && HoldsPrograms(path.AsSpan(0, slash)))
        {
            owners.TryAdd(path.Trim('/', '\r'), package);
        }
    }

    // Packages may still say `bin/ls` where `bin` has become a link to `usr/bin`.
    private static IEnumerable<string> Spellings(HostRoot root, string path)
    {
        yield return path;
        var first = path.Split('/')[1..] is [var name, _, ..] && path.StartsWith("usr/", StringComparison.Ordinal) ? name : string.Empty;
        if (first.Length > 0 && root.Target(first) is Got<string> { Value: var target } && target == $"usr/{first}")
        {
            yield return path["usr/".Length..];
        }
    }
}
