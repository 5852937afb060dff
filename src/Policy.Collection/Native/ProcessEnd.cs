using System.Runtime.InteropServices;

namespace Policy.Collection.Native;

/// <summary>The members of siginfo_t that waitid(2) sets, on 64-bit machines.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct ProcessEnd
{
    /// <summary>CLD_EXITED of waitid(2).</summary>
    private const int ByExit = 1;

    /// <summary>SIGCHLD if the process has ended, zero if it has not.</summary>
    [FieldOffset(0)]
    internal int Signal;

    [FieldOffset(8)]
    private readonly int how;

    [FieldOffset(24)]
    private readonly int status;

    /// <summary>Whether it said itself that all went well, or nobody knows.</summary>
    internal readonly bool IsSuccess => how is 0 or ByExit && status == 0;

    /// <summary>Such as <c>exit 2</c> or <c>signal 9</c>.</summary>
    public override readonly string ToString() => how == ByExit ? $"exit {status}" : $"signal {status}";
}
