using System.Text;
using Policy.Collection.Native;

namespace Policy.Collection.Doors.Machine;

/// <summary>The kernel's log.</summary>
internal static unsafe class KernelLogDoor
{
    private const string Source = "syslog(2)";

    /// <summary>Twice the largest buffer that distributions set: the text of a record is longer than what the buffer holds of it.</summary>
    private const int Most = 16 * 1024 * 1024;

    /// <summary>What the running kernel still has.</summary>
    internal static Reading<string> Ask()
    {
        var size = SystemCalls.KernelLog(SystemCalls.LogSize, null, 0);
        if (size < 0)
        {
            return SystemError.ToReading<string>(Errno.Last, Source);
        }

        var buffer = new byte[(int)Math.Min(2L * size, Most)];
        int length;
        fixed (byte* start = buffer)
        {
            length = SystemCalls.KernelLog(SystemCalls.LogReadAll, start, buffer.Length);
        }

        return length < 0
            ? SystemError.ToReading<string>(Errno.Last, Source)
            : new Got<string>(Encoding.UTF8.GetString(buffer.AsSpan(0, length)), Source);
    }

    /// <summary>The lines, without the priorities that some forms have.</summary>
    internal static Reading<string[]> Lines(Reading<string> log) => log.Then(text => Array.ConvertAll(HostRoot.SplitLines(text), WithoutPriority));

    private static string WithoutPriority(string line)
    {
        var end = line.StartsWith('<') ? line.IndexOf('>', StringComparison.Ordinal) : -1;
        return end > 1 && !line.AsSpan(1, end - 1).ContainsAnyExceptInRange('0', '9') ? line[(end + 1)..] : line;
    }
}
