using System.Buffers.Binary;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>Intel's DMA remapping table: VT-d specification, chapter 8.</summary>
/// <param name="HostAddressWidth">Bits of the addresses that devices can reach by DMA.</param>
/// <param name="Flags">Bit 0 interrupt remapping, bit 1 x2APIC opt-out, bit 2 DMA control opt-in.</param>
/// <param name="Units">How many remapping units (DRHD) it describes; at least one.</param>
/// <param name="ReservedRegions">The memory that devices must keep reaching (RMRR), in the order of the table.</param>
internal sealed record DmarTable(int HostAddressWidth, byte Flags, int Units, Sequence<ReservedRegion> ReservedRegions)
{
    private const int FirstStructure = 48;
    private const int WidthOffset = 36;
    private const int FlagsOffset = 37;
    private const int UnitType = 0;
    private const int ReservedRegionType = 1;
    private const int UnitLength = 16;
    private const int ReservedRegionLength = 24;

    /// <summary>The firmware supports interrupt remapping.</summary>
    internal bool InterruptRemapping => (Flags & 1) != 0;

    /// <summary>The firmware asks the system not to use x2APIC.</summary>
    internal bool X2apicOptOut => (Flags & 2) != 0;

    /// <summary>The firmware asks the system to protect it from DMA.</summary>
    internal bool DmaOptIn => (Flags & 4) != 0;

    /// <summary>Reads a whole table with a right header.</summary>
    internal static DmarTable? Parse(ReadOnlySpan<byte> table, out string? defect)
    {
        defect = table.Length < FirstStructure ? "shorter than its fixed part" : null;
        var units = 0;
        var regions = new List<ReservedRegion>();
        for (var rest = defect is null ? table[FirstStructure..] : []; rest.Length > 0 && defect is null;)
        {
            var structure = Structure(rest, out defect);
            rest = rest[structure.Length..];
            switch (TypeOf(structure))
            {
                case UnitType:
                    units++;
                    break;
                case ReservedRegionType:
                    regions.Add(new ReservedRegion(Address(structure, 8), Address(structure, 16)));
                    break;
            }
        }

        defect ??= units == 0 ? "no remapping unit" : null;
        return defect is null ? new DmarTable(table[WidthOffset] + 1, table[FlagsOffset], units, regions.ToSequence()) : null;
    }

    /// <summary>The structure at the start; empty with the defect if there is none.</summary>
    private static ReadOnlySpan<byte> Structure(ReadOnlySpan<byte> rest, out string? defect)
    {
        var length = rest.Length < 4 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
        defect = length < 4 || length > rest.Length || length < LeastLength(TypeOf(rest)) ? "a structure of impossible length" : null;
        if (defect is not null)
        {
            return [];
        }

        // Linux refuses a unit at address 0 or -1 too: firmware that leaves the table behind after switching VT-d off does this.
        defect = TypeOf(rest) == UnitType && Address(rest, 8) is 0 or ulong.MaxValue ? "a remapping unit without address" : null;
        return rest[..length];
    }

    private static int LeastLength(int type) => type switch
    {
        UnitType => UnitLength,
        ReservedRegionType => ReservedRegionLength,
        _ => 4,
    };

    private static int TypeOf(ReadOnlySpan<byte> structure) => structure.Length < 2 ? -1 : BinaryPrimitives.ReadUInt16LittleEndian(structure);

    private static ulong Address(ReadOnlySpan<byte> structure, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(structure[offset..]);
}

/// <summary>Memory from its first to its last address, both inclusive.</summary>
internal readonly record struct ReservedRegion(ulong Base, ulong End);
