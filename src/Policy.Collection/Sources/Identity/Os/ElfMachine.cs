using System.Buffers.Binary;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>For which architecture a program of 64 bits was built: elf(5).</summary>
internal static class ElfMachine
{
    private const int ClassAt = 4;
    private const int OrderAt = 5;
    private const int MachineAt = 18;
    private const byte Wide = 2;
    private const byte LittleEndian = 1;

    /// <summary>The architecture as <c>uname -m</c> spells it; null if it is no such program.</summary>
    internal static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("\u007FELF"u8) || bytes.Length < MachineAt + 2 || bytes[ClassAt] != Wide)
        {
            return null;
        }

        var isLittle = bytes[OrderAt] == LittleEndian;
        var machine = isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[MachineAt..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[MachineAt..]);
        return (machine, isLittle) switch
        {
            (21, false) => "ppc64",
            (21, true) => "ppc64le",
            (22, false) => "s390x",
            (62, true) => "x86_64",
            (183, true) => "aarch64",
            (243, true) => "riscv64",
            (258, true) => "loongarch64",
            _ => null,
        };
    }
}
