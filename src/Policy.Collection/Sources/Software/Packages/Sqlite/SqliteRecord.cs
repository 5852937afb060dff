namespace Policy.Collection.Sources.Software.Packages.Sqlite;

/// <summary>One row in SQLite's record format: section 2.1 of fileformat2.</summary>
internal static class SqliteRecord
{
    /// <summary>The bytes of a text or blob column.</summary>
    /// <returns>False if the record is damaged or the column holds something else.</returns>
    public static bool TryBytes(ReadOnlySpan<byte> record, int column, out ReadOnlySpan<byte> value) =>
        TryColumn(record, column, out var type, out value) && type >= 12;

    /// <summary>A number column.</summary>
    /// <returns>False if the record is damaged or the column holds something else.</returns>
    public static bool TryNumber(ReadOnlySpan<byte> record, int column, out long value)
    {
        value = 0;
        if (!TryColumn(record, column, out var type, out var bytes) || type is 0 or 7 or > 9)
        {
            return false;
        }

        value = type == 9 ? 1 : !bytes.IsEmpty && bytes[0] >= 0x80 ? -1 : 0;
        foreach (var item in bytes)
        {
            value = unchecked((value << 8) | item);
        }

        return true;
    }

    private static bool TryColumn(ReadOnlySpan<byte> record, int column, out long type, out ReadOnlySpan<byte> value)
    {
        type = 0;
        value = [];
        if (!TrySplit(record, out var types, out var values))
        {
            return false;
        }

        for (var index = 0; SqliteNumbers.TryVarint(ref types, out type); index++)
        {
            var size = SizeOf(type);
            if (size < 0 || size > values.Length)
            {
                return false;
            }

            value = values[..(int)size];
            if (index == column)
            {
                return true;
            }

            values = values[(int)size..];
        }

        return false;
    }

    private static bool TrySplit(ReadOnlySpan<byte> record, out ReadOnlySpan<byte> types, out ReadOnlySpan<byte> values)
    {
        types = record;
        values = [];
        if (!SqliteNumbers.TryVarint(ref types, out var headerSize) || headerSize < record.Length - types.Length || headerSize > record.Length)
        {
            return false;
        }

        types = types[..((int)headerSize - (record.Length - types.Length))];
        values = record[(int)headerSize..];
        return true;
    }

    private static long SizeOf(long type) => type switch
    {
        0 or 8 or 9 => 0,
        >= 1 and <= 4 => type,
        5 => 6,
        6 or 7 => 8,
        >= 12 => (type - 12) / 2,
        _ => -1,
    };
}
