using System.Runtime.InteropServices;

namespace Policy.Collection.Native;

/// <summary>struct pollfd of poll(2).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollRequest
{
    internal int Descriptor;
    internal short Events;
    internal short Happened;
}
