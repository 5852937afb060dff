using System.Text;

namespace Policy.Collection.Doors.Files.Archives;

/// <summary>One header of 512 bytes: POSIX ustar, GNU and the older form, which differ in few fields.</summary>
/// <param name="block">The bytes.</param>
internal readonly ref struct TarBlock(ReadOnlySpan<byte> block)
{
    /// <summary>Bytes of a header, and the unit of everything in an archive.</summary>
    internal const int Size = 512;

    private const int ChecksumStart = 148;
    private const int ChecksumLength = 8;
    private readonly ReadOnlySpan<byte> block = block;

    /// <summary>Whether it ends the archive.</summary>
    internal bool IsEnd => !block.ContainsAnyExcept((byte)0);

    /// <summary>Whether the sum over its bytes is what it says; some old programs summed signed bytes.</summary>
    internal bool IsSound
    {
        get
        {
            var (unsigned, signed) = (ChecksumLength * ' ', ChecksumLength * ' ');
            for (var index = 0; index < Size; index++)
            {
                var value = index is >= ChecksumStart and < ChecksumStart + ChecksumLength ? (byte)0 : block[index];
                unsigned += value;
                signed += unchecked((sbyte)value);
            }

            var said = Number(ChecksumStart, ChecksumLength);
            return said == unsigned || said == signed;
        }
    }

    /// <summary>The letter that says what it is.</summary>
    internal char Type => (char)block[156];

    /// <summary>The name, with its first part where POSIX put it.</summary>
    internal string Name => block.Slice(257, 6).SequenceEqual("ustar\0"u8) && block[345] != 0 ? $"{Text(345, 155)}/{Text(0, 100)}" : Text(0, 100);

    /// <summary>Where a link leads.</summary>
    internal string LinkTarget => Text(157, 100);

    /// <summary>Bytes of content; negative if it cannot be.</summary>
    internal long ContentLength => Number(124, 12);

    /// <summary>Whether a further header of holes follows a sparse file's first one.</summary>
    internal bool HasMoreHoles => block[482] != 0;

    /// <summary>Permission bits, owner, size and device numbers; numbers that cannot be are 0.</summary>
    internal HostEntry ToEntry(HostEntryKind kind) => new(
        kind,
        (int)(Number(100, 8) & 0xfff),
        new HostOwner(Math.Max(Number(108, 8), 0), Math.Max(Number(116, 8), 0)),
        Math.Max(ContentLength, 0),
        new DeviceNumber((int)Math.Clamp(Number(329, 8), 0, int.MaxValue), (int)Math.Clamp(Number(337, 8), 0, int.MaxValue)));

    // Octal digits with blanks or NUL around them, or, where the first bit is set, two's complement with the highest byte first.
    private long Number(int start, int length)
    {
        var field = block.Slice(start, length);
        return (field[0] & 0x80) != 0 ? Binary(field) : Octal(field.Trim(" \0"u8));
    }

    private static long Binary(ReadOnlySpan<byte> field)
    {
        var isNegative = (field[0] & 0x40) != 0;
        var value = isNegative ? -1L : 0L;
        for (var index = 0; index < field.Length; index++)
        {
            var part = index == 0 && !isNegative ? field[0] & 0x7f : field[index];
            if (value is > long.MaxValue >> 8 or < long.MinValue >> 8)
            {
                return -1;
            }

            value = (value << 8) | (byte)part;
        }

        return value;
    }

    private static long Octal(ReadOnlySpan<byte> digits)
    {
        var value = 0L;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7' || value > long.MaxValue >> 3)
            {
                return -1;
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return value;
    }

    private string Text(int start, int length)
    {
        var field = block.Slice(start, length);
        var end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }
}
