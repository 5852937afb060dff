using System.Text;
using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>What the running kernel calls itself: uname(2).</summary>
internal static unsafe class SystemNames
{
    private const string Source = "uname(2)";
    private const int ReleaseField = 2;
    private const int MachineField = 4;

    /// <summary>The architecture, such as <c>x86_64</c>.</summary>
    internal static Reading<string> Machine() => Field(MachineField);

    /// <summary>The release, such as <c>6.12.5-amd64</c>.</summary>
    internal static Reading<string> Release() => Field(ReleaseField);

    /// <summary>The kind of operating system, such as <c>linux</c>.</summary>
    internal static Reading<string> Kind() =>
        OperatingSystem.IsLinux() ? new Got<string>("linux", Source)
        : OperatingSystem.IsFreeBSD() ? new Got<string>("freebsd", Source)
        : OperatingSystem.IsWindows() ? new Got<string>("windows", Source)
        : OperatingSystem.IsMacOS() ? new Got<string>("macos", Source)
        : new Failed<string>(UnknownCause.Unsupported, Source, "not a known kind of system");

    private static Reading<string> Field(int index)
    {
        // Six fields today; the rest is for a C library that adds one.
        var fields = stackalloc byte[16 * SystemCalls.NameField];
        if (SystemCalls.Names(fields) != 0)
        {
            return SystemError.ToReading<string>(Errno.Last, Source);
        }

        var field = new ReadOnlySpan<byte>(fields + (index * SystemCalls.NameField), SystemCalls.NameField);
        return new Got<string>(Encoding.UTF8.GetString(field[..field.IndexOf((byte)0)]), Source);
    }
}
