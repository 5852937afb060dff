using System.Buffers.Binary;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>AMD's I/O virtualization reporting structure: AMD I/O Virtualization Technology specification 48882, chapter 5.</summary>
/// <param name="Units">How many IOMMUs it describes; at least one. The up to three blocks (10h, 11h, 40h) of one IOMMU count once.</param>
/// <param name="DmaRemap">The firmware asks the system to protect it from DMA, IVinfo bit 1.</param>
internal sealed record IvrsTable(int Units, bool DmaRemap)
{
    private const int FirstBlock = 48;
    private const int InfoOffset = 36;
    private const int LeastBlock = 4;
    private const int LeastUnit = 24;

    /// <summary>Reads a whole table with a right header.</summary>
    internal static IvrsTable? Parse(ReadOnlySpan<byte> table, out string? defect)
    {
        defect = table.Length < FirstBlock ? "shorter than its fixed part" : null;
        var units = new HashSet<(ushort Segment, ushort Device)>();
        for (var rest = defect is null ? table[FirstBlock..] : []; rest.Length > 0 && defect is null;)
        {
            var length = rest.Length < LeastBlock ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
            var isUnit = rest[0] is 0x10 or 0x11 or 0x40;
            if (length < (isUnit ? LeastUnit : LeastBlock) || length > rest.Length)
            {
                defect = "a block of impossible length";
                break;
            }

            if (isUnit)
            {
                units.Add((BinaryPrimitives.ReadUInt16LittleEndian(rest[16..]), BinaryPrimitives.ReadUInt16LittleEndian(rest[4..])));
            }

            rest = rest[length..];
        }

        defect ??= units.Count == 0 ? "no IOMMU" : null;
        return defect is null ? new IvrsTable(units.Count, (table[InfoOffset] & 2) != 0) : null;
    }
}
