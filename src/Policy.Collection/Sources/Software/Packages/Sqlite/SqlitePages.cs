namespace Policy.Collection.Sources.Software.Packages.Sqlite;

/// <summary>The pages of an SQLite 3 database, of its file and of what its write-ahead log has committed.</summary>
internal sealed class SqlitePages
{
    private readonly byte[] file;
    private readonly SqliteLog log;

    private SqlitePages(byte[] file, SqliteLog log, int size) => (this.file, this.log, Size) = (file, log, size);

    /// <summary>Bytes of a page: a power of two from 512 to 65536.</summary>
    public int Size { get; }

    /// <summary>Bytes of a page that hold content; at least 480.</summary>
    public int Usable { get; private init; }

    /// <summary>The highest page number that can be there.</summary>
    public uint Count { get; private init; }

    /// <summary>Opens a database; null if it is none, or not in UTF-8.</summary>
    /// <param name="file">The file.</param>
    /// <param name="log">The write-ahead log beside it; empty if there is none.</param>
    public static SqlitePages? Open(byte[] file, byte[] log)
    {
        var committed = new SqliteLog(log);
        var header = committed.Page(1);
        header = header.IsEmpty ? file : header;
        if (header.Length < 512 || !header.StartsWith("SQLite format 3\0"u8) || SqliteNumbers.Word(header, 56) != 1)
        {
            return null;
        }

        var size = SqliteNumbers.Short(header, 16) is var told && told == 1 ? 65536 : told;
        var usable = size - header[20];
        var isSound = size >= 512 && int.IsPow2(size) && usable >= 480 && (committed.PageCount == 0 || committed.PageSize == size);
        var most = (uint)((file.Length + (long)log.Length) / 512);
        var count = committed.PageCount == 0 ? (uint)(file.Length / Math.Max(size, 1)) : Math.Min(committed.PageCount, most);
        return isSound ? new SqlitePages(file, committed, size) { Usable = usable, Count = count } : null;
    }

    /// <summary>The content of a page, all <see cref="Size"/> bytes; empty if it is not there.</summary>
    /// <param name="number">From 1.</param>
    public ReadOnlySpan<byte> Page(uint number)
    {
        if (number == 0 || number > Count)
        {
            return [];
        }

        var newest = log.Page(number);
        var at = (number - 1L) * Size;
        return !newest.IsEmpty ? newest : at + Size <= file.Length ? file.AsSpan((int)at, Size) : [];
    }
}
