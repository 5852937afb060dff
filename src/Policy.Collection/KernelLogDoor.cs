using System.Text;
using Policy.Collection.Native;

namespace Policy.Collection;

/// <summary>The kernel's log.</summary>
internal static unsafe class KernelLogDoor
{
    private const string Source = "syslog(2)";

    /// <summary>Twice the largest buffer that distributions set: the text of a record is longer than what the buffer holds of it.</summary>
    private const int Most = 16 * 1024 * 1024;

    /// <summary>What the running kernel still has.</summary>
    internal static Reading<string[]> Ask()
    {
        var size = SystemCalls.KernelLog(SystemCalls.LogSize, null, 0);
        if (size < 0)
        {
            return SystemError.ToReading<string[]>(Errno.Last, Source);
        }

        var buffer = new byte[(int)Math.Min(2L * size, Most)];
        int length;
        fixed (byte* start = buffer)
        {
            length = SystemCalls.KernelLog(SystemCalls.LogReadAll, start, buffer.Length);
        }

        return length < 0
            ? SystemError.ToReading<string[]>(Errno.Last, Source)
            : new Got<string[]>(Strip(HostRoot.SplitLines(Encoding.UTF8.GetString(buffer.AsSpan(0, length)))), Source);
    }

    /// <summary>What dmesg(1) printed, or what the boot left in <c>var/log/dmesg</c>.</summary>
    internal static Reading<string[]> Recorded(Host host)
    {
        var recorded = host.Commands.Run(HostCommand.KernelLog);
        return (recorded is Missing<string> ? host.Root.Text("var/log/dmesg") : recorded).Then(text => Strip(HostRoot.SplitLines(text)));
    }

    private static string[] Strip(string[] lines) => Array.ConvertAll(lines, WithoutPriority);

    private static string WithoutPriority(string line)
    {
        var end = line.StartsWith('<') ? line.IndexOf('>', StringComparison.Ordinal) : -1;
        return end > 1 && !line.AsSpan(1, end - 1).ContainsAnyExceptInRange('0', '9') ? line[(end + 1)..] : line;
    }
}
