using System.Collections.Frozen;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>What is mounted, and how much room there is.</summary>
internal static class MountSource
{
    private static readonly FactDescription Mounts = FactDescription.Of(
        "mount(*)",
        new MapType("path", new RecordType(
        [
            new FactField("type", new StringType(), "the file system's type, such as ext4"),
            new FactField("source", new StringType(), "what is mounted, such as /dev/sda1"),
            new FactField("options", new ListType(new StringType()), "options of the mount and of the file system; ro if either is read-only"),
            new FactField("total", new NumberType(FactUnit.Size), "bytes in all; only of local file systems on the running host"),
            new FactField("available", new NumberType(FactUnit.Size), "bytes for unprivileged users; only of local file systems on the running host"),
        ])),
        "The visible mounts by the path on which they stand. Absent: nothing is mounted on exactly this path.",
        [.. MountTable.Sources, "statfs(2)"]);

    // Asking these never waits for a network or starts a mount. The magic number tells whether the path still leads there.
    private static readonly FrozenDictionary<string, long> Local = new Dictionary<string, long>
    {
        ["ext2"] = 0xEF53,
        ["ext3"] = 0xEF53,
        ["ext4"] = 0xEF53,
        ["xfs"] = 0x58465342,
        ["btrfs"] = 0x9123683E,
        ["tmpfs"] = 0x01021994,
        ["overlay"] = 0x794C7630,
        ["zfs"] = 0x2FC12FC1,
        ["f2fs"] = 0xF2F52010,
        ["vfat"] = 0x4D44,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("mounts", [Mounts], (host, demand) =>
        new EntryMap(Mounts.Path, path => Find(host, path), keys => All(host, keys)).Emit(demand));

    private static Observation All(Host host, IEnumerable<string> keys) => MountTable.Of(host).Observe((table, source) =>
        EntryMap.Of(table.Mounts.Select(mount => mount.Point).Concat(keys), path => Find(host, path), isComplete: true, source));

    private static Observation Find(Host host, string path) => MountTable.Of(host).Observe((table, source) =>
        table.Mounts.LastOrDefault(mount => mount.Point == Normal(path)) is { } mount ? Describe(host, mount, source) : new Absent(source));

    private static string Normal(string path) => $"/{path.Trim('/')}";

    private static Observation Describe(Host host, Mount mount, string source)
    {
        var space = Space(host, mount);
        return Answer.Of(
            source,
            ("type", Answer.Of(mount.What.Type)),
            ("source", Answer.Of(mount.What.Source)),
            ("options", Answer.Of(mount.What.Options)),
            ("total", space.Observe((found, _) => Answer.Of(found.Total))),
            ("available", space.Observe((found, _) => Answer.Of(found.Available))));
    }

    private static Reading<FileSystemSpace> Space(Host host, Mount mount)
    {
        if (!Local.TryGetValue(mount.What.Type, out var magic))
        {
            return new Failed<FileSystemSpace>(UnknownCause.NotCollected, mount.Point, "not a local file system");
        }

        return host.Space(mount.Point) switch
        {
            Got<FileSystemSpace> found when (found.Value.Magic & uint.MaxValue) != magic =>
                new Failed<FileSystemSpace>(UnknownCause.Malformed, mount.Point, "another file system"),
            var space => space,
        };
    }
}
