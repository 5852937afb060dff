using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>The clock of this machine.</summary>
internal static class ClockDoor
{
    /// <summary>Now, to the second.</summary>
    internal static Reading<string> Ask()
    {
        var now = DateTimeOffset.UtcNow;
        return new Got<string>(Instants.Text(new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero)), "clock");
    }
}
