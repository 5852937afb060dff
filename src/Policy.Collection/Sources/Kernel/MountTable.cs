using System.Globalization;
using Policy.Collection.Captures;

namespace Policy.Collection.Sources.Kernel;

/// <summary>What is mounted where, as far as it can be seen.</summary>
/// <param name="Mounts">Without those that another mount hides, in the kernel's order.</param>
internal sealed record MountTable(IReadOnlyList<Mount> Mounts)
{
    private static readonly string[] Tables = ["proc/self/mountinfo", "proc/1/mountinfo"];
    private static readonly string[] ShortTables = ["proc/self/mounts", "proc/mounts"];

    /// <summary>Where mounts are read.</summary>
    internal static readonly string[] Sources = [.. Tables, .. ShortTables];

    /// <summary>A host's mounts.</summary>
    internal static Reading<MountTable> Of(Host host) => host.Memory.Once("mounts", () => Find(host.Root, host.IsComplete));

    /// <summary>Reads lines of proc_pid_mountinfo(5).</summary>
    internal static MountTable Parse(IEnumerable<string> lines)
    {
        var all = lines.Select(ParseLine).OfType<Mount>().ToArray();
        var tops = all.ToLookup(mount => (mount.Parent, mount.Point));
        return new MountTable([.. all.Where(mount => IsVisible(mount, tops))]);
    }

    // A captured root may have no more than the short table; of the live host the first table is always there.
    private static Reading<MountTable> Find(HostRoot root, bool isLive)
    {
        var first = root.Lines(Tables[0]);
        if (isLive || first is not Missing<string[]>)
        {
            return first.Then(Parse);
        }

        return root.Lines(Tables[1]) is Got<string[]> other
            ? other.Then(Parse)
            : ShortTables.Select(root.Lines).FirstOrDefault(lines => lines is Got<string[]>)?.Then(ParseShort) ?? first.Then(Parse);
    }

    // Of several on one point the last is on top.
    private static MountTable ParseShort(string[] lines) => new(
        [.. lines.Select(ParseShortLine).OfType<Mount>().Reverse().DistinctBy(mount => mount.Point).Reverse()]);

    // Hidden by a mount on the same point on top of it, or by one that its parent has above it.
    private static bool IsVisible(Mount mount, ILookup<(int Parent, string Point), Mount> tops)
    {
        if (tops[(mount.Id, mount.Point)].Any(other => other.Id != mount.Id))
        {
            return false;
        }

        for (var end = mount.Point.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : mount.Point.LastIndexOf('/', end - 1))
        {
            var above = end == 0 ? "/" : mount.Point[..end];
            if (above != mount.Point && tops.Contains((mount.Parent, above)))
            {
                return false;
            }
        }

        return true;
    }

    // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
    private static Mount? ParseLine(string line)
    {
        var fields = line.Split(' ');
        var dash = Array.IndexOf(fields, "-", 6 > fields.Length ? fields.Length : 6);
        return dash > 0 && fields.Length > dash + 2 && Number(fields[0]) is { } id && Number(fields[1]) is { } parent
            ? new Mount(id, parent, MountText.Unescape(fields[4]), new MountedFileSystem(
                fields[dash + 1],
                Source(fields[dash + 2]),
                MountText.Unescape(fields[3]),
                Options(fields[5], fields.Length > dash + 3 ? fields[dash + 3] : string.Empty)))
            : null;
    }

    private static Mount? ParseShortLine(string line) => line.Split(' ') is [var source, var point, var type, var options, ..]
        ? new Mount(0, 0, MountText.Unescape(point), new MountedFileSystem(type, Source(source), "/", Options(options, string.Empty)))
        : null;

    private static string Source(string text) => UrlCredentials.Remove(MountText.Unescape(text));

    // A mount of a file system that is itself read-only is read-only.
    private static string[] Options(string mount, string super)
    {
        string[] all = [.. mount.Split(','), .. super.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        var access = all.Contains("ro") ? "ro" : "rw";
        return [access, .. all.Where(option => option is not ("ro" or "rw")).Distinct(StringComparer.Ordinal)];
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>One mount.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Parent">The number of the mount that it stands on.</param>
/// <param name="Point">Where it is mounted.</param>
/// <param name="What">What is mounted there.</param>
internal sealed record Mount(int Id, int Parent, string Point, MountedFileSystem What);

/// <summary>A mounted file system.</summary>
/// <param name="Type">Such as <c>ext4</c>.</param>
/// <param name="Source">Such as <c>/dev/sda1</c>.</param>
/// <param name="Root">Which of its folders is mounted.</param>
/// <param name="Options">Of the mount and of the file system; the first is <c>ro</c> or <c>rw</c>.</param>
internal sealed record MountedFileSystem(string Type, string Source, string Root, IReadOnlyList<string> Options);
