namespace Policy.Collection.Sources.Kernel;

/// <summary>The mounted hierarchies of control groups.</summary>
/// <param name="Unified">The mount of version 2; null if it is not mounted.</param>
/// <param name="Controllers">The controllers of version 1 that are mounted.</param>
/// <param name="HasOld">Whether a hierarchy of version 1 is mounted, perhaps without controllers.</param>
internal sealed record CgroupHierarchies(Mount? Unified, IReadOnlyList<string> Controllers, bool HasOld)
{
    private const string Root = "/sys/fs/cgroup";

    // Version 1 gets no new ones.
    private static readonly string[] Known =
        ["blkio", "cpu", "cpuacct", "cpuset", "debug", "devices", "freezer", "hugetlb", "memory", "misc", "net_cls", "net_prio", "perf_event", "pids", "rdma"];

    /// <summary>Whether all that counts is version 2: then what an old program mounts elsewhere changes nothing.</summary>
    internal bool IsUnified => Unified is not null && (!HasOld || Unified.Point == Root);

    /// <summary><c>v1</c>, <c>v2</c> or <c>hybrid</c>; null if nothing is mounted.</summary>
    internal string? Mode => (IsUnified, Unified is not null, HasOld) switch
    {
        (true, _, _) => "v2",
        (false, true, _) => "hybrid",
        (false, false, true) => "v1",
        (false, false, false) => null,
    };

    /// <summary>What a host's mounts say.</summary>
    internal static Reading<CgroupHierarchies> Of(Host host) => MountTable.Of(host) switch
    {
        Missing<MountTable> missing => OfFolder(host) ?? missing.Then(From),
        var table => table.Then(From),
    };

    private static CgroupHierarchies From(MountTable table)
    {
        var old = table.Mounts.Where(mount => mount.What.Type == "cgroup").ToArray();
        var unified = table.Mounts.Where(mount => mount.What.Type == "cgroup2").MinBy(mount => mount.Point == Root ? 0 : 1);
        var controllers = old.SelectMany(mount => mount.What.Options).Where(Known.Contains).Distinct(StringComparer.Ordinal);
        return new CgroupHierarchies(unified, [.. controllers], old.Length > 0);
    }

    // A captured root without the table of mounts: only a folder of version 2 has this file.
    private static Got<CgroupHierarchies>? OfFolder(Host host)
    {
        const string Proof = "sys/fs/cgroup/cgroup.controllers";
        var mount = new Mount(0, 0, Root, new MountedFileSystem("cgroup2", "cgroup2", "/", ["rw"]));
        return host.Root.Text(Proof) is Got<string> ? new Got<CgroupHierarchies>(new CgroupHierarchies(mount, [], HasOld: false), Proof) : null;
    }
}
