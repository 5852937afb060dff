using System.Buffers.Binary;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>AMD's I/O virtualization reporting structure: AMD I/O Virtualization Technology specification 48882, chapter 5.</summary>
/// <param name="DmaRemap">The firmware asks the system to protect it from DMA, IVinfo bit 1.</param>
/// <param name="Blocks">Its blocks in their order; at least one is of an IOMMU.</param>
internal sealed record IvrsTable(bool DmaRemap, Sequence<IvrsBlock> Blocks)
{
    private const int FirstBlock = 48;
    private const int InfoOffset = 36;

    /// <summary>How many IOMMUs it describes. The up to three blocks (10h, 11h, 40h) of one IOMMU count once.</summary>
    internal int Units => Blocks.Where(block => block.IsUnit).Select(block => (block.Segment, block.Device)).Distinct().Count();

    /// <summary>Reads a whole table with a right header.</summary>
    internal static IvrsTable? Parse(ReadOnlySpan<byte> table, out string? defect)
    {
        defect = table.Length < FirstBlock ? "shorter than its fixed part" : null;
        var blocks = new List<IvrsBlock>();
        for (var rest = defect is null ? table[FirstBlock..] : []; rest.Length > 0 && defect is null;)
        {
            if (IvrsBlock.Parse(rest) is not var (block, length))
            {
                defect = "a block of impossible length";
                break;
            }

            blocks.Add(block);
            rest = rest[length..];
        }

        defect ??= blocks.Exists(block => block.IsUnit) ? null : "no IOMMU";
        return defect is null ? new IvrsTable((table[InfoOffset] & 2) != 0, blocks.ToSequence()) : null;
    }
}

/// <summary>A block of AMD's table.</summary>
/// <param name="Type">10h, 11h and 40h for an IOMMU, 20h to 22h for memory.</param>
/// <param name="Flags">Of memory bit 0: mapped one to one, bit 3: left out of the translation.</param>
/// <param name="Segment">The PCI segment.</param>
/// <param name="Device">The IOMMU, or the first device that uses the memory.</param>
/// <param name="LastDevice">The last device that uses the memory of a block of type 22h.</param>
/// <param name="Memory">The registers' address, or the memory.</param>
internal sealed record IvrsBlock(byte Type, byte Flags, ushort Segment, ushort Device, ushort LastDevice, ReservedRegion Memory)
{
    private const int HeaderLength = 4;
    private const int UnitLength = 24;
    private const int MemoryLength = 32;

    /// <summary>Whether it describes an IOMMU.</summary>
    internal bool IsUnit => Type is 0x10 or 0x11 or 0x40;

    /// <summary>Whether it describes memory.</summary>
    internal bool IsMemory => Type is >= 0x20 and <= 0x22;

    /// <summary>The block at the start of the bytes, and its length; null if there cannot be one.</summary>
    internal static (IvrsBlock Block, int Length)? Parse(ReadOnlySpan<byte> rest)
    {
        var length = rest.Length < HeaderLength ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
        var block = new IvrsBlock(rest[0], rest.Length > 1 ? rest[1] : (byte)0, 0, 0, 0, default);
        if (length > rest.Length || length < (block.IsUnit ? UnitLength : block.IsMemory ? MemoryLength : HeaderLength))
        {
            return null;
        }

        return (block.IsUnit ? Unit(block, rest) : block.IsMemory ? MemoryOf(block, rest) : block, length);
    }

    private static IvrsBlock Unit(IvrsBlock block, ReadOnlySpan<byte> bytes) => block with
    {
        Device = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
        Segment = BinaryPrimitives.ReadUInt16LittleEndian(bytes[16..]),
        Memory = new ReservedRegion(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), 0),
    };

    private static IvrsBlock MemoryOf(IvrsBlock block, ReadOnlySpan<byte> bytes)
    {
        var (first, length) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        return block with
        {
            Device = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
            LastDevice = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
            Segment = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]),
            Memory = new ReservedRegion(first, length == 0 ? first : unchecked(first + length - 1)),
        };
    }
}
