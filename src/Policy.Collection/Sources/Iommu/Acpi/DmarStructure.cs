using System.Buffers.Binary;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>What a structure of Intel's table is: VT-d specification, section 8.2.</summary>
internal enum DmarKind
{
    /// <summary>A remapping unit (DRHD).</summary>
    Unit = 0,

    /// <summary>Memory that devices must keep reaching (RMRR).</summary>
    ReservedRegion = 1,

    /// <summary>Root ports whose devices may translate addresses themselves (ATSR).</summary>
    AtsPorts = 2,

    /// <summary>Devices of the chip set that may translate addresses themselves (SATC).</summary>
    AtsDevices = 5,
}

/// <summary>A structure of Intel's table.</summary>
/// <param name="Kind">What it is; also kinds without a name.</param>
/// <param name="Flag">The lowest bit of its flags: all devices of the segment (DRHD), all ports (ATSR), translation is required (SATC).</param>
/// <param name="Segment">The PCI segment of its devices.</param>
/// <param name="Memory">The registers' address (DRHD) or the memory (RMRR).</param>
/// <param name="Devices">Its PCI devices; null if their list is broken.</param>
internal sealed record DmarStructure(DmarKind Kind, bool Flag, ushort Segment, ReservedRegion Memory, Sequence<string>? Devices)
{
    private const int HeaderLength = 4;

    /// <summary>The structure at the start of the bytes, and its length; null if there cannot be one.</summary>
    internal static (DmarStructure Structure, int Length)? Parse(ReadOnlySpan<byte> rest)
    {
        var length = rest.Length < HeaderLength ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
        if (length < HeaderLength || length > rest.Length)
        {
            return null;
        }

        var (kind, least) = Layout(BinaryPrimitives.ReadUInt16LittleEndian(rest));
        return length < least ? null : (Parse(rest[..length], kind, least), length);
    }

    private static DmarStructure Parse(ReadOnlySpan<byte> bytes, DmarKind kind, int least)
    {
        if (least == HeaderLength)
        {
            return new DmarStructure(kind, Flag: false, 0, default, default(Sequence<string>));
        }

        var segment = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        return new DmarStructure(
            kind,
            kind != DmarKind.ReservedRegion && (bytes[4] & 1) != 0,
            segment,
            new ReservedRegion(Address(bytes, 8, least), Address(bytes, 16, least)),
            DeviceScopes.Parse(bytes[least..], segment));
    }

    private static ulong Address(ReadOnlySpan<byte> bytes, int offset, int end) => offset < end ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]) : 0;

    private static (DmarKind Kind, int Least) Layout(ushort type) => (DmarKind)type switch
    {
        DmarKind.Unit => (DmarKind.Unit, 16),
        DmarKind.ReservedRegion => (DmarKind.ReservedRegion, 24),
        DmarKind.AtsPorts => (DmarKind.AtsPorts, 8),
        DmarKind.AtsDevices => (DmarKind.AtsDevices, 8),
        var other => (other, HeaderLength),
    };
}

/// <summary>Memory from its first to its last address, both inclusive.</summary>
internal readonly record struct ReservedRegion(ulong Base, ulong End);
