using System.Buffers.Binary;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>A hash table of Berkeley DB, in which older versions of rpm keep the headers of packages under their numbers.</summary>
/// <remarks>Each page is used at most once, so that a file whose pages lead in a circle ends as damaged.</remarks>
internal sealed class BerkeleyHash
{
    private const int HashMagic = 0x00061561;
    private const int MetaSize = 512;
    private const int PageHeader = 26;
    private const int OverflowPage = 7;
    private const int OnPage = 1;
    private const int OffPage = 3;

    private readonly byte[] file;
    private readonly int pageSize;
    private readonly bool isBig;
    private readonly bool[] used;

    private BerkeleyHash(byte[] file, int pageSize, bool isBig) =>
        (this.file, this.pageSize, this.isBig, used) = (file, pageSize, isBig, new bool[file.Length / pageSize]);

    /// <summary>Visits each value but the one that counts the packages; false if the file is damaged.</summary>
    public static bool Read(byte[] file, RpmDatabase.Visit visit)
    {
        if (file.Length < MetaSize || !IsHash(file, out var isBig))
        {
            return false;
        }

        var size = Word(file, 20, isBig);
        return size is >= MetaSize and <= 65_536 && uint.IsPow2(size) && file.Length >= size && Word(file, 16, isBig) is >= 8 and <= 10
            && new BerkeleyHash(file, (int)size, isBig).Buckets(visit);
    }

    private static bool IsHash(ReadOnlySpan<byte> file, out bool isBig)
    {
        isBig = Word(file, 12, isBig: true) == HashMagic;
        return isBig || Word(file, 12, isBig: false) == HashMagic;
    }

    // A bucket's first page is its number plus what was set aside when the table last doubled.
    private bool Buckets(RpmDatabase.Visit visit)
    {
        var last = Word(file, 72, isBig);
        for (long bucket = 0; bucket <= last; bucket++)
        {
            var doubling = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)bucket);
            for (var page = bucket + Word(file, 96 + (4 * Math.Min(doubling, 31)), isBig); page != 0; page = Word(Page(page), 16, isBig))
            {
                if (!Use(page) || !Pairs(Page(page), visit))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool Use(long page)
    {
        var isNew = page > 0 && page < used.Length && !used[page];
        if (isNew)
        {
            used[page] = true;
        }

        return isNew && Word(Page(page), 8, isBig) == page;
    }

    private ReadOnlySpan<byte> Page(long page) => file.AsSpan((int)(page * pageSize), pageSize);

    private bool Pairs(ReadOnlySpan<byte> page, RpmDatabase.Visit visit)
    {
        int count = Short(page, 20);
        if (page[25] is not (2 or 8 or 13) || PageHeader + (2 * count) > page.Length)
        {
            return false;
        }

        for (var index = 0; index + 1 < count; index += 2)
        {
            var key = Item(page, index);
            var value = Item(page, index + 1);
            if (key.IsEmpty || value.IsEmpty || (key[1..].IndexOfAnyExcept((byte)0) >= 0 && !Value(value, visit)))
            {
                return false;
            }
        }

        return true;
    }

    // Items grow from the end of the page towards its table of offsets.
    private ReadOnlySpan<byte> Item(ReadOnlySpan<byte> page, int index)
    {
        int start = Short(page, PageHeader + (2 * index));
        var end = index == 0 ? page.Length : Short(page, PageHeader + (2 * index) - 2);
        return start >= PageHeader && start < end && end <= page.Length ? page[start..end] : [];
    }

    private bool Value(ReadOnlySpan<byte> item, RpmDatabase.Visit visit) => item[0] switch
    {
        OnPage => visit(item[1..]),
        OffPage when item.Length == 12 => Overflow(Word(item, 4, isBig), Word(item, 8, isBig), visit),
        _ => false,
    };

    private bool Overflow(long page, uint length, RpmDatabase.Visit visit)
    {
        if (length > file.Length)
        {
            return false;
        }

        var value = new byte[length];
        var filled = 0;
        while (filled < value.Length)
        {
            if (!Use(page) || Page(page)[25] != OverflowPage)
            {
                return false;
            }

            int part = Short(Page(page), 22);
            if (part == 0 || PageHeader + part > pageSize || part > value.Length - filled)
            {
                return false;
            }

            Page(page).Slice(PageHeader, part).CopyTo(value.AsSpan(filled));
            filled += part;
            page = Word(Page(page), 16, isBig);
        }

        return visit(value);
    }

    private ushort Short(ReadOnlySpan<byte> bytes, int at) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Word(ReadOnlySpan<byte> bytes, int at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
