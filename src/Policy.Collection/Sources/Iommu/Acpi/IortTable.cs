using System.Buffers.Binary;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Iommu.Acpi;

/// <summary>ARM's I/O remapping table: ARM DEN 0049.</summary>
/// <param name="Models">The SMMUs that it describes: <c>v1</c>, <c>v2</c>, <c>v3</c>, or <c>other</c>; empty on a machine that only maps its interrupts there.</param>
internal sealed record IortTable(Sequence<string> Models)
{
    private const int FixedLength = 48;
    private const int CountOffset = 36;
    private const int FirstNodeOffset = 40;
    private const int LeastNode = 16;
    private const int ModelOffset = 32;

    /// <summary>How many SMMUs it describes.</summary>
    internal int Units => Models.Count;

    /// <summary>Reads a whole table with a right header.</summary>
    internal static IortTable? Parse(ReadOnlySpan<byte> table, out string? defect)
    {
        defect = table.Length < FixedLength ? "shorter than its fixed part" : null;
        if (defect is not null)
        {
            return null;
        }

        var models = new List<string>();
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(table[FirstNodeOffset..]);
        for (var left = BinaryPrimitives.ReadUInt32LittleEndian(table[CountOffset..]); left > 0; left--)
        {
            var length = LengthAt(table, offset);
            if (length == 0)
            {
                defect = "a node of impossible place or length";
                return null;
            }

            models.AddRange(Model(table.Slice((int)offset, length)) is { } model ? [model] : []);
            offset += length;
        }

        return new IortTable(models.ToSequence());
    }

    // Types 3 and 4 are SMMUs; the designs that the specification numbers implement version 1 or 2.
    private static string? Model(ReadOnlySpan<byte> node) => node[0] switch
    {
        4 => "v3",
        3 when node.Length < ModelOffset + 4 => "other",
        3 => BinaryPrimitives.ReadUInt32LittleEndian(node[ModelOffset..]) switch
        {
            0 or 2 or 4 => "v1",
            1 or 3 or 5 => "v2",
            _ => "other",
        },
        _ => null,
    };

    private static ushort LengthAt(ReadOnlySpan<byte> table, uint offset)
    {
        if (offset < FixedLength || offset > (uint)(table.Length - LeastNode))
        {
            return 0;
        }

        var node = table[(int)offset..];
        var length = BinaryPrimitives.ReadUInt16LittleEndian(node[1..]);
        return length < LeastNode || length > node.Length ? (ushort)0 : length;
    }
}
