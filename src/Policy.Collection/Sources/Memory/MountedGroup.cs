namespace Policy.Collection.Sources.Memory;

/// <summary>A line of <c>proc/self/mountinfo</c>: proc_pid_mountinfo(5).</summary>
/// <param name="Root">Which folder of the file system stands at the mount point.</param>
/// <param name="Point">Where it is mounted, relative to the host's root.</param>
/// <param name="Type">The type of the file system.</param>
/// <param name="Options">The options of the file system; of control groups the controllers are among them.</param>
internal sealed record MountedGroup(string Root, string Point, string Type, string Options)
{
    /// <summary>Reads a line such as <c>35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory</c>; null if it is another thing.</summary>
    internal static MountedGroup? Parse(string line)
    {
        var halves = line.Split(" - ", 2);
        return halves.Length == 2 && halves[0].Split(' ') is [_, _, _, var root, var point, ..] && halves[1].Split(' ') is [var type, _, var options]
            ? new MountedGroup(root, point.TrimStart('/'), type, options)
            : null;
    }

    /// <summary>The part of a group's path below the mount point, empty or with a leading slash; null if the group is not in sight.</summary>
    internal string? Below(string path)
    {
        var whole = path.TrimEnd('/');
        var top = Root.TrimEnd('/');
        return (whole == top || whole.StartsWith($"{top}/", StringComparison.Ordinal)) && !whole.Split('/').Contains("..") ? whole[top.Length..] : null;
    }
}
