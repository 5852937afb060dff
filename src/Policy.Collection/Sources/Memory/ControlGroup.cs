using System.Collections.Immutable;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>The control group of the collector and those above it: cgroups(7).</summary>
/// <param name="Controller">The controller whose files are meant.</param>
/// <param name="IsUnified">Whether it is of version 2.</param>
/// <param name="Folders">Its folder, then those above it as far as they can be seen.</param>
/// <param name="ReachesTop">Whether the last folder is the top of the host's tree and not that of a container.</param>
internal sealed record ControlGroup(string Controller, bool IsUnified, ImmutableArray<string> Folders, bool ReachesTop)
{
    /// <summary>Which group a process is in, a line for each hierarchy.</summary>
    internal const string Membership = "proc/self/cgroup";

    /// <summary>Where groups and their limits are read.</summary>
    internal static readonly string[] Sources = [Membership, Mounts, "sys/fs/cgroup"];

    private const string ControllerList = "cgroup.controllers";
    private const string Mounts = "proc/self/mountinfo";

    /// <summary>Whether the controller's files must stand in one of the folders; null if that is not known.</summary>
    internal bool? HasController(HostRoot root, string folder) => IsUnified ? root.Value($"{folder}/{ControllerList}").Content?.Split(' ').Contains(Controller) : true;

    /// <summary>Whether a folder is the top of the host's tree, where version 2 has no limits.</summary>
    internal bool IsTop(string folder) => IsUnified && ReachesTop && folder == Folders[^1];

    /// <summary>The group that a controller uses; null if the kernel runs without the controller.</summary>
    internal static Reading<ControlGroup?> Of(Host host, string controller) => (host.Root.Lines(Membership), host.Root.Lines(Mounts)) switch
    {
        (Got<string[]> members, Got<string[]> mounts) => Find(host.Root, members.Value, mounts.Value, controller),
        (Got<string[]>, var mounts) => mounts.Then<ControlGroup?>(_ => null),
        var (members, _) => members.Then<ControlGroup?>(_ => null),
    };

    private static Reading<ControlGroup?> Find(HostRoot root, string[] members, string[] mounts, string controller)
    {
        var own = members.Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3).ToArray();
        if (Array.Find(own, parts => parts[1].Split(',').Contains(controller)) is { } legacy)
        {
            var mount = Mount(mounts, fields => fields.Type == "cgroup" && fields.Options.Split(',').Contains(controller));
            return Place(root, mount, legacy[2], new ControlGroup(controller, IsUnified: false, [], ReachesTop: false));
        }

        if (Array.Find(own, parts => parts[0] == "0" && parts[1].Length == 0) is not { } unified)
        {
            return new Missing<ControlGroup?>($"{Membership}: {controller}");
        }

        var tree = Place(root, Mount(mounts, fields => fields.Type == "cgroup2"), unified[2], new ControlGroup(controller, IsUnified: true, [], ReachesTop: false));
        return tree is Got<ControlGroup?> { Value: { ReachesTop: true } group } && group.HasController(root, group.Folders[^1]) == false
            ? new Got<ControlGroup?>(null, $"{group.Folders[^1]}/{ControllerList}")
            : tree;
    }


    private static Reading<ControlGroup?> Place(HostRoot root, MountedGroup? mount, string path, ControlGroup group)
    {
        if (mount is null)
        {
            return new Missing<ControlGroup?>($"{Mounts}: the control groups are not mounted");
        }

        if (mount.Below(path) is not { } below)
        {
            return new Failed<ControlGroup?>(UnknownCause.Unsupported, Membership, $"{path} is not below {mount.Root}");
        }

        var folders = ImmutableArray.CreateBuilder<string>();
        for (var rest = below; rest.Length > 0; rest = rest[..rest.LastIndexOf('/')])
        {
            folders.Add(mount.Point + rest);
        }

        folders.Add(mount.Point);
        return root.Names(folders[0]).Then<ControlGroup?>(_ => group with { Folders = folders.ToImmutable(), ReachesTop = mount.Root == "/" && IsTop(root, mount.Point, group.IsUnified) });
    }

    // In a container the top looks like any other: only the host's own lacks the events and has the agent.
    private static bool IsTop(HostRoot root, string folder, bool isUnified) => root.Names(folder).Content is { } names
        && (isUnified ? names.Contains(ControllerList) && !names.Contains("cgroup.events") : names.Contains("release_agent"));

    private static MountedGroup? Mount(string[] lines, Func<MountedGroup, bool> isWanted) =>
        lines.Select(MountedGroup.Parse).OfType<MountedGroup>().FirstOrDefault(isWanted);
}
