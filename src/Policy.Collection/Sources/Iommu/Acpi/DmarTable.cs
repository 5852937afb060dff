using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>Intel's DMA remapping table: VT-d specification, chapter 8.</summary>
/// <param name="HostAddressWidth">Bits of the addresses that devices can reach by DMA.</param>
/// <param name="Flags">Bit 0 interrupt remapping, bit 1 x2APIC opt-out, bit 2 DMA control opt-in.</param>
/// <param name="Structures">Its structures in their order; at least one is a unit.</param>
internal sealed record DmarTable(int HostAddressWidth, byte Flags, Sequence<DmarStructure> Structures)
{
    private const int FirstStructure = 48;
    private const int WidthOffset = 36;
    private const int FlagsOffset = 37;

    /// <summary>The firmware supports interrupt remapping.</summary>
    internal bool InterruptRemapping => (Flags & 1) != 0;

    /// <summary>The firmware asks the system not to use x2APIC.</summary>
    internal bool X2apicOptOut => (Flags & 2) != 0;

    /// <summary>The firmware asks the system to protect it from DMA.</summary>
    internal bool DmaOptIn => (Flags & 4) != 0;

    /// <summary>How many remapping units it describes.</summary>
    internal int Units => Of(DmarKind.Unit).Count();

    /// <summary>The structures of a kind.</summary>
    internal IEnumerable<DmarStructure> Of(DmarKind kind) => Structures.Where(structure => structure.Kind == kind);

    /// <summary>Reads a whole table with a right header.</summary>
    internal static DmarTable? Parse(ReadOnlySpan<byte> table, out string? defect)
    {
        defect = table.Length < FirstStructure ? "shorter than its fixed part" : null;
        var structures = new List<DmarStructure>();
        for (var rest = defect is null ? table[FirstStructure..] : []; rest.Length > 0 && defect is null;)
        {
            if (DmarStructure.Parse(rest) is not var (structure, length))
            {
                defect = "a structure of impossible length";
                break;
            }

            // Linux refuses a unit at address 0 or -1 too: firmware that leaves the table behind after switching VT-d off does this.
            defect = structure is { Kind: DmarKind.Unit, Memory.Base: 0 or ulong.MaxValue } ? "a remapping unit without address" : null;
            structures.Add(structure);
            rest = rest[length..];
        }

        defect ??= structures.Exists(structure => structure.Kind == DmarKind.Unit) ? null : "no remapping unit";
        return defect is null ? new DmarTable(table[WidthOffset] + 1, table[FlagsOffset], structures.ToSequence()) : null;
    }
}
