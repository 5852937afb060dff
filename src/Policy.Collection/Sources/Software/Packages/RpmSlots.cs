using System.Buffers.Binary;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>rpm's format ndb: pages of slots, each of which says in which blocks of sixteen bytes the header of a package stands.</summary>
internal static class RpmSlots
{
    private const int Unit = 16;
    private const int PageSize = 4096;

    // Behind the marks of file, slot and blob stand little-endian numbers of four bytes.
    private const int HeaderUnits = 2;

    /// <summary>Visits the header of each package; false if the file is damaged.</summary>
    public static bool Read(ReadOnlySpan<byte> file, RpmDatabase.Visit visit)
    {
        if (file.Length < HeaderUnits * Unit || !file.StartsWith("RpmP"u8) || Word(file, 4) != 0)
        {
            return false;
        }

        var end = Word(file, 12) * (long)PageSize;
        if (end > file.Length)
        {
            return false;
        }

        for (var at = HeaderUnits * Unit; at < end; at += Unit)
        {
            var slot = file.Slice(at, Unit);
            if (!slot.StartsWith("Slot"u8) || (Word(slot, 8) != 0 && !Blob(file, slot, visit)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Blob(ReadOnlySpan<byte> file, ReadOnlySpan<byte> slot, RpmDatabase.Visit visit)
    {
        var (start, length) = (Word(slot, 8) * (long)Unit, Word(slot, 12) * (long)Unit);
        if (length < 2 * Unit || start + length > file.Length)
        {
            return false;
        }

        var blob = file.Slice((int)start, (int)length);
        var size = Word(blob, 12);
        return blob.StartsWith("BlbS"u8) && Word(blob, 4) == Word(slot, 4) && size <= blob.Length - Unit && visit(blob.Slice(Unit, (int)size));
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
