using System.Buffers.Binary;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>ARM's I/O remapping table: ARM DEN 0049.</summary>
/// <param name="Units">How many SMMUs it describes; zero on a machine that only maps its interrupts there.</param>
internal sealed record IortTable(int Units)
{
    private const int FixedLength = 48;
    private const int CountOffset = 36;
    private const int FirstNodeOffset = 40;
    private const int LeastNode = 16;

    /// <summary>Reads a whole table with a right header.</summary>
    internal static IortTable? Parse(ReadOnlySpan<byte> table, out string? defect)
    {
        defect = table.Length < FixedLength ? "shorter than its fixed part" : null;
        if (defect is not null)
        {
            return null;
        }

        var units = 0;
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(table[FirstNodeOffset..]);
        for (var left = BinaryPrimitives.ReadUInt32LittleEndian(table[CountOffset..]); left > 0; left--)
        {
            if (Node(table, offset) is not { } node)
            {
                defect = "a node of impossible place or length";
                return null;
            }

            units += node.Type is 3 or 4 ? 1 : 0;
            offset += node.Length;
        }

        return new IortTable(units);
    }

    private static (byte Type, ushort Length)? Node(ReadOnlySpan<byte> table, uint offset)
    {
        if (offset < FixedLength || offset > (uint)(table.Length - LeastNode))
        {
            return null;
        }

        var node = table[(int)offset..];
        var length = BinaryPrimitives.ReadUInt16LittleEndian(node[1..]);
        return length < LeastNode || length > node.Length ? null : (node[0], length);
    }
}
