using Policy.Collection.Sources.Identity.Dmi;

namespace Policy.Collection.Captures;

/// <summary>Takes what identifies one machine out of the firmware's table: serial numbers, asset tags and the UUID; no source reads them.</summary>
internal static class SmbiosSecrets
{
    private const int UuidAt = 8;
    private const int UuidLength = 16;

    // DSP0134: where in the fixed part of a structure the numbers of such texts stand.
    private static readonly Dictionary<byte, int[]> TextsByType = new()
    {
        [1] = [7],
        [2] = [7, 8],
        [3] = [7, 8],
        [4] = [0x20, 0x21],
        [17] = [0x18, 0x19],
        [22] = [7],
        [39] = [7, 8],
    };

    /// <summary>The table with <c>x</c> for every letter of such a text and zeros for the UUID.</summary>
    internal static byte[] Remove(byte[] table)
    {
        var plain = table.ToArray();
        var rest = plain.AsSpan();
        while (SmbiosStructure.FixedLength(rest) > 0)
        {
            var structure = rest[..SmbiosStructure.End(rest)];
            Mask(structure);
            rest = rest[structure.Length..];
        }

        return plain;
    }

    private static void Mask(Span<byte> structure)
    {
        foreach (var at in TextsByType.GetValueOrDefault(structure[0], []))
        {
            SmbiosStructure.TextBytes(structure, at).Fill((byte)'x');
        }

        if (structure[0] == 1 && SmbiosStructure.FixedLength(structure) >= UuidAt + UuidLength)
        {
            structure.Slice(UuidAt, UuidLength).Clear();
        }
    }
}
