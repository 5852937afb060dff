using System.Buffers.Binary;

namespace Policy.Collection.Sources.Software.Packages.Sqlite;

/// <summary>The numbers of SQLite's file format, section 1.6 and 2.1 of fileformat2.</summary>
internal static class SqliteNumbers
{
    /// <summary>Takes a variable-length number of one to nine bytes from the front.</summary>
    /// <returns>Whether it was there as a whole.</returns>
    public static bool TryVarint(ref ReadOnlySpan<byte> bytes, out long value)
    {
        var read = 0UL;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (index == 8)
            {
                value = unchecked((long)((read << 8) | bytes[index]));
                bytes = bytes[9..];
                return true;
            }

            read = (read << 7) | (bytes[index] & 0x7Fu);
            if (bytes[index] < 0x80)
            {
                value = (long)read;
                bytes = bytes[(index + 1)..];
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <summary>A big-endian number of 16 bits.</summary>
    public static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    /// <summary>A big-endian number of 32 bits.</summary>
    public static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
