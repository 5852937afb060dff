using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The libraries in a project's <c>node_modules</c>: each folder, or folder of a scope, has a <c>package.json</c> with its version.</summary>
internal static class InstalledNode
{
    private const int MostFolders = 20_000;
    private const int MostBytes = 1024 * 1024;

    /// <summary>The libraries, those inside of others too; missing if the project has none.</summary>
    public static Reading<IReadOnlyCollection<LockedLibrary>> Read(HostRoot root, string project)
    {
        var found = new List<LockedLibrary>();
        var waiting = new Queue<(string Folder, bool IsTop)>([($"{project}/node_modules", true)]);
        var left = MostFolders;
        while (waiting.TryDequeue(out var next))
        {
            var names = root.Names(next.Folder);
            if (names is Failed<string[]> failed || (next.IsTop && names is Missing<string[]>))
            {
                return names.Then<IReadOnlyCollection<LockedLibrary>>(_ => found);
            }

            foreach (var library in (names.Content ?? []).SelectMany(name => Packages(root, next.Folder, name)))
            {
                if (--left < 0)
                {
                    return new Failed<IReadOnlyCollection<LockedLibrary>>(UnknownCause.Unsupported, next.Folder, $"more than {MostFolders} folders");
                }

                found.AddRange(Library(root, $"{next.Folder}/{library}", next.IsTop));
                waiting.Enqueue(($"{next.Folder}/{library}/node_modules", false));
            }
        }

        return new Got<IReadOnlyCollection<LockedLibrary>>(found, $"{project}/node_modules");
    }

    private static IEnumerable<string> Packages(HostRoot root, string folder, string name) => name switch
    {
        ['.', ..] => [],
        ['@', ..] => (root.Names($"{folder}/{name}").Content ?? []).Select(inner => $"{name}/{inner}"),
        _ => [name],
    };

    private static List<LockedLibrary> Library(HostRoot root, string folder, bool isTop) =>
        JsonLock.Read(root.Bytes($"{folder}/package.json", MostBytes).Content ?? [], package => JsonLock.Text(package, "name") is { Length: > 0 } name
            ? [new LockedLibrary(name, JsonLock.Text(package, "version"), isTop)]
            : null) ?? [];
}
