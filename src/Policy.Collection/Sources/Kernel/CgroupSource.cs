using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which control groups can be used.</summary>
internal static class CgroupSource
{
    private const string Own = "proc/self/cgroup";

    // Version 2 has them without listing them: devices is a BPF program, freezer a file of every group.
    private static readonly string[] Implied = ["devices", "freezer"];

    private static readonly FactDescription Mode = FactDescription.Of(
        "cgroup.mode",
        new StringType(["v1", "v2", "hybrid"]),
        "Which version of control groups is mounted; v2 if it stands on /sys/fs/cgroup itself. Absent: none is mounted.",
        MountTable.Sources);

    private static readonly FactDescription Usable = FactDescription.Of(
        "cgroup.controllers",
        new ListType(new StringType()),
        "The controllers that can be used: the mounted ones of version 1 and those that the root of version 2 lists, with devices and freezer, which "
        + "version 2 never lists. A controller that is only compiled in is not among them.",
        [.. MountTable.Sources, "sys/fs/cgroup"]);

    private static readonly FactDescription OwnOnes = FactDescription.Of(
        "cgroup.own_controllers",
        new ListType(new StringType()),
        "The controllers that the collector's own control group has been given: of version 2 those in its cgroup.controllers, of version 1 the mounted ones.",
        Own,
        "sys/fs/cgroup");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cgroups",
        new SingleFact(Mode, host => CgroupHierarchies.Of(host).Observe(ModeOf)),
        new SingleFact(Usable, host => CgroupHierarchies.Of(host).Observe((found, source) => Controllers(host, found, source))),
        new SingleFact(OwnOnes, host => CgroupHierarchies.Of(host).Observe((found, source) => OwnControllers(host, found, source))));

    private static Observation ModeOf(CgroupHierarchies found, string source) => found.Mode is { } mode ? Answer.Of(mode, source) : new Absent(source);

    private static Observation Controllers(Host host, CgroupHierarchies found, string source) =>
        found.Unified is null ? List(found.Controllers, source) : Listed(host.Root, found.Unified.Point).Observe((names, place) =>
            List([.. found.Controllers, .. names, .. found.IsUnified ? Implied : []], place));

    private static Observation OwnControllers(Host host, CgroupHierarchies found, string source)
    {
        if (found.Unified is not { } mount)
        {
            return List(found.Controllers, source);
        }

        return host.Root.Lines(Own).Observe((lines, place) => PathOf(lines, mount) is { } path
            ? Listed(host.Root, path).Observe((names, file) => List([.. found.Controllers, .. names], file))
            : new Unknown(UnknownCause.Unsupported, $"{place}: outside of what is mounted"));
    }

    // 0::/user.slice/session-1.scope, below the folder that the mount shows; `..` leads out of a container.
    private static string? PathOf(string[] lines, Mount mount)
    {
        var own = Array.Find(lines, line => line.StartsWith("0::/", StringComparison.Ordinal))?[3..];
        var shown = mount.What.Root.TrimEnd('/');
        return own is null || own.Contains("/..", StringComparison.Ordinal) || !$"{own}/".StartsWith($"{shown}/", StringComparison.Ordinal)
            ? null
            : $"{mount.Point}/{own[shown.Length..].Trim('/')}".TrimEnd('/');
    }

    private static Reading<string[]> Listed(HostRoot root, string folder) =>
        root.Value($"{folder.TrimStart('/')}/cgroup.controllers").Then(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Observation List(IEnumerable<string> names, string source) =>
        Answer.Of(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), source);
}
