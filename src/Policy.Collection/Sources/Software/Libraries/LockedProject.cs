using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>What a project pins of one ecosystem.</summary>
/// <param name="Libraries">All versions of each library by its name, the one that counts first.</param>
/// <param name="IsLocked">Whether something pins; without a lock file and without a manifest there is nothing to pin.</param>
/// <param name="IsComplete">Whether a library that is not among them is not used.</param>
internal sealed record LockedProject(IReadOnlyDictionary<string, LockedLibrary[]> Libraries, bool IsLocked, bool IsComplete = true)
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The versions of a library, the one that counts first; null if it is not there.</summary>
    public LockedLibrary[]? Find(string name) => Libraries.GetValueOrDefault(name);

    /// <summary>Reads a project folder; missing if it has a manifest and nothing that pins, or nothing of any ecosystem.</summary>
    public static Reading<LockedProject> Read(HostRoot root, string project, Ecosystem ecosystem)
    {
        var folder = project.TrimEnd('/');
        foreach (var file in ecosystem.LockFiles)
        {
            if (root.Bytes($"{folder}/{file.Name}", MostBytes) is not Missing<byte[]> and var reading)
            {
                return OfFile(reading, file, ecosystem);
            }
        }

        return ecosystem.Installed(root, folder) is not Missing<IReadOnlyCollection<LockedLibrary>> and var installed
            ? installed.Then(found => new LockedProject(Sort(found, ecosystem), IsLocked: true))
            : OfNothing(root, folder, ecosystem);
    }

    private static Reading<LockedProject> OfFile(Reading<byte[]> reading, LockFile file, Ecosystem ecosystem) => reading is not Got<byte[]> got
        ? reading.Then<LockedProject>(_ => throw new System.Diagnostics.UnreachableException())
        : file.Read(got.Value) is { } libraries
            ? new Got<LockedProject>(new LockedProject(Sort(libraries, ecosystem), IsLocked: true, file.IsComplete(got.Value)), got.Source)
            : new Failed<LockedProject>(UnknownCause.Malformed, got.Source, $"not a {file.Name}");

    private static Reading<LockedProject> OfNothing(HostRoot root, string folder, Ecosystem ecosystem) => root.Names(folder) switch
    {
        Got<string[]> names when !names.Value.Any(ecosystem.Owns) && names.Value.Any(name => Ecosystem.Everything.Any(other => other.Owns(name))) =>
            new Got<LockedProject>(new LockedProject(new Dictionary<string, LockedLibrary[]>(), IsLocked: false), folder),
        Got<string[]> => new Missing<LockedProject>($"{folder}/{ecosystem.LockFiles[0].Name}"),
        var reading => reading.Then<LockedProject>(_ => throw new System.Diagnostics.UnreachableException()),
    };

    private static Dictionary<string, LockedLibrary[]> Sort(IReadOnlyCollection<LockedLibrary> libraries, Ecosystem ecosystem) => libraries
        .GroupBy(library => ecosystem.Normalize(library.Name), StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group
                .OrderByDescending(library => library.IsTop)
                .ThenByDescending(library => library.Version, VersionOrder.Instance)
                .DistinctBy(library => library.Version)
                .ToArray(),
            StringComparer.Ordinal);
}
