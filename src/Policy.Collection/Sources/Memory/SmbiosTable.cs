using System.Buffers.Binary;

namespace Policy.Collection.Sources.Memory;

/// <summary>The structures of an SMBIOS table: DSP0134, clause 6.</summary>
internal static class SmbiosTable
{
    private const int HeaderLength = 4;
    private const byte End = 127;

    /// <summary>Splits a table; null if a structure is cut off or the table does not come to its end.</summary>
    internal static List<SmbiosStructure>? Split(byte[] table)
    {
        var structures = new List<SmbiosStructure>();
        for (var start = 0; start + HeaderLength <= table.Length;)
        {
            var length = table[start + 1];
            var strings = start + length;
            if (length < HeaderLength || strings > table.Length)
            {
                return null;
            }

            structures.Add(new SmbiosStructure(table[start], BinaryPrimitives.ReadUInt16LittleEndian(table.AsSpan(start + 2)), table[start..strings]));
            if (table[start] == End)
            {
                return structures;
            }

            var end = table.AsSpan(strings).IndexOf("\0\0"u8);
            if (end < 0)
            {
                return null;
            }

            start = strings + end + 2;
        }

        return null;
    }
}

/// <summary>One structure without its strings.</summary>
/// <param name="Type">What it describes.</param>
/// <param name="Handle">By which number others name it.</param>
/// <param name="Bytes">The formatted part with the header.</param>
internal sealed record SmbiosStructure(byte Type, ushort Handle, byte[] Bytes)
{
    /// <summary>A byte; null if the structure is too short to have it.</summary>
    internal byte? Byte(int offset) => offset < Bytes.Length ? Bytes[offset] : null;

    /// <summary>A number of two bytes; null if the structure is too short to have it.</summary>
    internal ushort? Word(int offset) => offset + 2 <= Bytes.Length ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes.AsSpan(offset)) : null;

    /// <summary>A number of four bytes; null if the structure is too short to have it.</summary>
    internal uint? Double(int offset) => offset + 4 <= Bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(offset)) : null;
}
