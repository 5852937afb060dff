namespace Policy.Collection.Doors.Programs;

/// <summary>What a program may cost.</summary>
/// <param name="Deadline">How long it may run.</param>
/// <param name="MostBytes">How much it may answer.</param>
internal readonly record struct CommandLimits(TimeSpan Deadline, int MostBytes)
{
    /// <summary>Five seconds and one MiB.</summary>
    internal static CommandLimits Usual => new(TimeSpan.FromSeconds(5), 1024 * 1024);
}
