using System.Text;

namespace Policy.Collection.Sources.Software.Packages.Sqlite;

/// <summary>Reads the rows of tables: section 1.6 of fileformat2.</summary>
/// <remarks>Each page is used at most once in a walk, so that a file whose pages lead in a circle ends as damaged.</remarks>
/// <param name="pages">The database.</param>
internal sealed class SqliteTable(SqlitePages pages)
{
    private const byte InteriorTable = 5;
    private const byte LeafTable = 13;

    private readonly bool[] used = new bool[pages.Count + 1L];
    private byte[] joined = [];

    /// <summary>Takes one row in the record format; false ends the walk as damaged.</summary>
    public delegate bool Visit(ReadOnlySpan<byte> record);

    /// <summary>Visits every row of a table by its name.</summary>
    /// <returns>False if the table is not there, or anything of it is damaged.</returns>
    public static bool Read(SqlitePages pages, string name, Visit visit)
    {
        var root = 0L;
        var isRead = new SqliteTable(pages).Walk(1, record =>
        {
            if (SqliteRecord.TryBytes(record, 0, out var type) && type.SequenceEqual("table"u8)
                && SqliteRecord.TryBytes(record, 1, out var called)
                && Encoding.UTF8.GetString(called).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return SqliteRecord.TryNumber(record, 3, out root);
            }

            return true;
        });
        return isRead && root is > 0 and <= uint.MaxValue && new SqliteTable(pages).Walk((uint)root, visit);
    }

    private bool Walk(uint root, Visit visit)
    {
        var waiting = new Stack<uint>([root]);
        while (waiting.TryPop(out var number))
        {
            var page = Use(number);
            var at = number == 1 ? 100 : 0;
            var isGood = !page.IsEmpty && page[at] switch
            {
                InteriorTable => Children(page, at, waiting),
                LeafTable => Rows(page, at, visit),
                _ => false,
            };
            if (!isGood)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<byte> Use(uint number)
    {
        var page = pages.Page(number);
        if (page.IsEmpty || used[number])
        {
            return [];
        }

        used[number] = true;
        return page;
    }

    private static bool Children(ReadOnlySpan<byte> page, int at, Stack<uint> waiting)
    {
        waiting.Push(SqliteNumbers.Word(page, at + 8));
        for (var index = SqliteNumbers.Short(page, at + 3) - 1; index >= 0; index--)
        {
            if (!TryCell(page, at + 12 + (2 * index), out var cell) || cell.Length < 4)
            {
                return false;
            }

            waiting.Push(SqliteNumbers.Word(cell, 0));
        }

        return true;
    }

    private bool Rows(ReadOnlySpan<byte> page, int at, Visit visit)
    {
        var count = SqliteNumbers.Short(page, at + 3);
        for (var index = 0; index < count; index++)
        {
            if (!TryCell(page, at + 8 + (2 * index), out var cell)
                || !SqliteNumbers.TryVarint(ref cell, out var size)
                || !SqliteNumbers.TryVarint(ref cell, out _)
                || !TryJoin(cell, size, out var record)
                || !visit(record))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryCell(ReadOnlySpan<byte> page, int pointer, out ReadOnlySpan<byte> cell)
    {
        var at = pointer + 2 <= page.Length ? SqliteNumbers.Short(page, pointer) : page.Length;
        cell = at < page.Length ? page[at..] : [];
        return !cell.IsEmpty;
    }

    private bool TryJoin(ReadOnlySpan<byte> cell, long size, out ReadOnlySpan<byte> record)
    {
        record = [];
        if (size < 0 || size > (long)pages.Count * pages.Size)
        {
            return false;
        }

        var local = Local(size);
        if (local == size)
        {
            record = cell.Length >= local ? cell[..local] : [];
            return cell.Length >= local;
        }

        if (cell.Length < local + 4 || size > Array.MaxLength)
        {
            return false;
        }

        joined = joined.Length < size ? new byte[size] : joined;
        var target = joined.AsSpan(0, (int)size);
        cell[..local].CopyTo(target);
        record = target;
        return TryFollow(SqliteNumbers.Word(cell, local), target[local..]);
    }

    private bool TryFollow(uint next, Span<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            var page = Use(next);
            if (page.IsEmpty)
            {
                return false;
            }

            var length = Math.Min(rest.Length, pages.Usable - 4);
            page.Slice(4, length).CopyTo(rest);
            rest = rest[length..];
            next = SqliteNumbers.Word(page, 0);
        }

        return true;
    }

    // How many bytes of a row stand in its leaf; the rest is in a chain of overflow pages.
    private int Local(long size)
    {
        var usable = pages.Usable;
        var most = usable - 35;
        if (size <= most)
        {
            return (int)size;
        }

        var least = ((usable - 12) * 32 / 255) - 23;
        var fitting = least + (int)((size - least) % (usable - 4));
        return fitting <= most ? fitting : least;
    }
}
