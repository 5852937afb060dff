using System.Runtime.InteropServices;

namespace Policy.Collection.Native;

/// <summary>struct statx of statx(2), as far as it is read; the same on every architecture.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal readonly struct FileStatus
{
    [FieldOffset(20)]
    internal readonly uint User;

    [FieldOffset(24)]
    internal readonly uint Group;

    [FieldOffset(28)]
    internal readonly ushort TypeAndMode;

    [FieldOffset(40)]
    internal readonly ulong Size;

    [FieldOffset(128)]
    internal readonly uint DeviceMajor;

    [FieldOffset(132)]
    internal readonly uint DeviceMinor;

    /// <summary>What it is: the S_IFMT bits.</summary>
    internal HostEntryKind Kind => (TypeAndMode & 0xf000) switch
    {
        0x1000 => HostEntryKind.Fifo,
        0x2000 => HostEntryKind.CharacterDevice,
        0x4000 => HostEntryKind.Directory,
        0x6000 => HostEntryKind.BlockDevice,
        0xa000 => HostEntryKind.Link,
        0xc000 => HostEntryKind.Socket,
        _ => HostEntryKind.File,
    };

    /// <summary>The same as the doors' callers see it.</summary>
    internal HostEntry ToEntry() => new(
        Kind,
        TypeAndMode & 0xfff,
        new HostOwner(User, Group),
        (long)Math.Min(Size, long.MaxValue),
        new DeviceNumber((int)DeviceMajor, (int)DeviceMinor));
}
