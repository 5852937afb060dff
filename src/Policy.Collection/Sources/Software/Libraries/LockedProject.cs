using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>What a project pins of one ecosystem.</summary>
/// <param name="Libraries">The libraries by name.</param>
/// <param name="IsLocked">Whether there is a lock file; without one and without a manifest there is nothing to pin.</param>
internal sealed record LockedProject(IReadOnlyDictionary<string, LockedLibrary> Libraries, bool IsLocked)
{
    /// <summary>The library of a name, or null.</summary>
    public LockedLibrary? Find(string name) => Libraries.GetValueOrDefault(name);

    /// <summary>Reads a project folder; missing if it has a manifest and no lock file, or nothing of any ecosystem.</summary>
    public static Reading<LockedProject> Read(HostRoot root, string folder, Ecosystem ecosystem)
    {
        foreach (var file in ecosystem.LockFiles)
        {
            var path = $"{folder.TrimEnd('/')}/{file.Name}";
            switch (root.Bytes(path, most: 64 * 1024 * 1024))
            {
                case Got<byte[]> got:
                    return file.Read(got.Value) is { } libraries
                        ? new Got<LockedProject>(new LockedProject(Choose(libraries), IsLocked: true), path)
                        : new Failed<LockedProject>(UnknownCause.Malformed, path, $"not a {file.Name}");
                case Failed<byte[]> failed:
                    return new Failed<LockedProject>(failed.Cause, failed.Source, failed.Detail);
            }
        }

        return root.Names(folder) switch
        {
            Got<string[]> names when !names.Value.Contains(ecosystem.Manifest) && names.Value.Any(IsOfAnother) =>
                new Got<LockedProject>(new LockedProject(new Dictionary<string, LockedLibrary>(), IsLocked: false), folder),
            Got<string[]> => new Missing<LockedProject>($"{folder.TrimEnd('/')}/{ecosystem.LockFiles[0].Name}"),
            var reading => reading.Then<LockedProject>(_ => throw new System.Diagnostics.UnreachableException()),
        };
    }

    private static bool IsOfAnother(string name) =>
        Ecosystem.Everything.Any(ecosystem => ecosystem.Manifest == name || ecosystem.LockFiles.Any(file => file.Name == name));

    private static Dictionary<string, LockedLibrary> Choose(IReadOnlyCollection<LockedLibrary> libraries)
    {
        var chosen = new Dictionary<string, LockedLibrary>(StringComparer.Ordinal);
        foreach (var library in libraries)
        {
            if (!chosen.TryGetValue(library.Name, out var other)
                || (library.IsTop && !other.IsTop)
                || (library.IsTop == other.IsTop && VersionOrder.Instance.Compare(library.Version, other.Version) > 0))
            {
                chosen[library.Name] = library;
            }
        }

        return chosen;
    }
}
