using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>The collector's environment variables.</summary>
internal static class EnvironmentDoor
{
    private const string Source = "environment";
    private const string Recording = ".policy/environment";

    /// <summary>A variable of this process; missing if it is not set.</summary>
    internal static Reading<string> Ask(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value ? new Got<string>(value, Source) : new Missing<string>(Source);

    /// <summary>A recorded variable; missing if the recording does not have it, not collected if there is no recording.</summary>
    internal static Reading<string> Recorded(Host host, string name) => host.Memory.Once(Source, () => host.Root.Lines(Recording)) switch
    {
        Got<string[]> lines => Find(lines.Value, $"{name}="),
        Missing<string[]> => new Failed<string>(UnknownCause.NotCollected, Recording),
        var reading => reading.Then(_ => string.Empty),
    };

    private static Reading<string> Find(string[] lines, string start) =>
        Array.FindLast(lines, line => line.StartsWith(start, StringComparison.Ordinal)) is { } line
            ? new Got<string>(line[start.Length..], Recording)
            : new Missing<string>(Recording);
}
