using System.Runtime.InteropServices;

namespace Policy.Collection.Native;

/// <summary>struct statfs of statfs(2) on 64-bit machines other than z, as far as it is read.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal readonly struct FileSystemStatus
{
    [FieldOffset(0)]
    internal readonly long Magic;

    [FieldOffset(8)]
    internal readonly long TransferSize;

    [FieldOffset(16)]
    internal readonly ulong Blocks;

    [FieldOffset(32)]
    internal readonly ulong AvailableBlocks;

    [FieldOffset(72)]
    internal readonly long FragmentSize;

    /// <summary>Bytes of a block: file systems before fragments leave their size zero.</summary>
    internal decimal BlockSize => FragmentSize > 0 ? FragmentSize : TransferSize;
}
