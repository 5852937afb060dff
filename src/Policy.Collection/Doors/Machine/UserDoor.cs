using System.Globalization;
using Policy.Collection.Native;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>Who collects.</summary>
internal static unsafe class UserDoor
{
    private const string Source = "getgroups(2)";
    private const string Recording = ".policy/user";

    /// <summary>The effective user and group and the further groups of this process.</summary>
    internal static Reading<HostUser> Ask()
    {
        var count = SystemCalls.Groups(0, null);
        var groups = new uint[Math.Max(count, 0)];
        fixed (uint* start = groups)
        {
            count = count < 0 ? count : SystemCalls.Groups(groups.Length, start);
        }

        return count < 0
            ? SystemError.ToReading<HostUser>(Errno.Last, Source)
            : new Got<HostUser>(new HostUser(SystemCalls.User(), SystemCalls.Group(), groups.Take(count).Select(group => (long)group).ToSequence()), Source);
    }

    /// <summary>What id(1) printed, such as <c>uid=0(root) gid=0(root) groups=0(root),27(sudo)</c>; the names may be left out.</summary>
    internal static Reading<HostUser> Recorded(HostRoot root) => root.Value(Recording) switch
    {
        Got<string> got when Numbers(got.Value, "uid=") is [var uid] && Numbers(got.Value, "gid=") is [var gid] =>
            new Got<HostUser>(new HostUser(uid, gid, [.. Numbers(got.Value, "groups=")]), Recording),
        Got<string> => new Failed<HostUser>(UnknownCause.Malformed, Recording, "not what id(1) prints"),
        Missing<string> => new Failed<HostUser>(UnknownCause.NotCollected, Recording),
        var reading => reading.Then(_ => new HostUser(0, 0, [])),
    };

    private static List<long> Numbers(string text, string label)
    {
        var numbers = new List<long>();
        var start = text.IndexOf(label, StringComparison.Ordinal);
        if (start < 0)
        {
            return numbers;
        }

        var rest = text.AsSpan(start + label.Length);
        while (long.TryParse(rest[..Digits(rest)], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            numbers.Add(number);
            rest = rest[Digits(rest)..];
            rest = rest.StartsWith("(") ? rest[(rest.IndexOf(')') + 1)..] : rest;
            rest = rest.StartsWith(",") ? rest[1..] : [];
        }

        return numbers;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
