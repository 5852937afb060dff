using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>What a failed call of the operating system means for a reading.</summary>
internal static class SystemError
{
    /// <summary>Missing if nothing stands there, otherwise failed with the error's name.</summary>
    /// <param name="number">The errno.</param>
    /// <param name="source">What was read, relative to the root.</param>
    /// <remarks>ESRCH comes from <c>/proc/PID</c> of a process that ended meanwhile: like ENOENT.</remarks>
    internal static Reading<T> ToReading<T>(int number, string source) => number switch
    {
        Errno.NoEntry or Errno.NotFolder or Errno.NoProcess => new Missing<T>(source),
        _ => new Failed<T>(Cause(number), source, Errno.Name(number)),
    };

    /// <summary>The cause of an errno that does not mean absence.</summary>
    internal static UnknownCause Cause(int number) => number switch
    {
        Errno.Denied or Errno.NotPermitted => UnknownCause.Denied,
        Errno.TryAgain or Errno.TimedOut => UnknownCause.Timeout,
        Errno.Invalid or Errno.NotSupported or Errno.NoDevice or Errno.NoDeviceOrAddress or Errno.NoCall or Errno.NotTerminal => UnknownCause.Unsupported,
        _ => UnknownCause.Malformed,
    };
}
