using System.Buffers.Binary;

namespace Policy.Collection.Sources.Software.Packages.Sqlite;

/// <summary>What a write-ahead log has committed: section 4 of fileformat2.</summary>
/// <remarks>A frame counts if its salts are the header's, its checksum fits, and a frame that ends a transaction follows; the rest was never
/// committed.</remarks>
internal sealed class SqliteLog
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;

    private readonly byte[] log;
    private readonly Dictionary<uint, int> committed = [];
    private readonly bool isBigEndian;
    private (uint First, uint Second) sum;

    /// <summary>Reads a log; one that is empty or was not written to its header's end holds nothing.</summary>
    public SqliteLog(byte[] log)
    {
        this.log = log;
        if (log.Length < HeaderSize || (SqliteNumbers.Word(log, 0) & ~1u) != 0x377F0682)
        {
            return;
        }

        isBigEndian = (log[3] & 1) != 0;
        var size = SqliteNumbers.Word(log, 8);
        Sum(log.AsSpan(0, 24));
        if (size is >= 512 and <= 65536 && Fits(24))
        {
            PageSize = (int)size;
            Read();
        }
    }

    /// <summary>Bytes of a page; 0 if nothing is committed in the log.</summary>
    public int PageSize { get; }

    /// <summary>Pages of the database after the last committed transaction; 0 if there is none.</summary>
    public uint PageCount { get; private set; }

    /// <summary>The newest committed content of a page; empty if the log does not hold it.</summary>
    public ReadOnlySpan<byte> Page(uint number) => committed.TryGetValue(number, out var at) ? log.AsSpan(at, PageSize) : [];

    private void Read()
    {
        var open = new List<(uint Number, int At)>();
        for (long at = HeaderSize; at + FrameHeaderSize + PageSize <= log.Length; at += FrameHeaderSize + PageSize)
        {
            var frame = (int)at;
            Sum(log.AsSpan(frame, 8));
            Sum(log.AsSpan(frame + FrameHeaderSize, PageSize));
            if (!log.AsSpan(frame + 8, 8).SequenceEqual(log.AsSpan(16, 8)) || !Fits(frame + 16))
            {
                return;
            }

            open.Add((SqliteNumbers.Word(log, frame), frame + FrameHeaderSize));
            Commit(open, SqliteNumbers.Word(log, frame + 4));
        }
    }

    private void Commit(List<(uint Number, int At)> open, uint pages)
    {
        if (pages == 0)
        {
            return;
        }

        foreach (var (number, at) in open)
        {
            committed[number] = at;
        }

        open.Clear();
        PageCount = pages;
    }

    private bool Fits(int at) => SqliteNumbers.Word(log, at) == sum.First && SqliteNumbers.Word(log, at + 4) == sum.Second;

    private void Sum(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = sum;
        for (var at = 0; at + 8 <= bytes.Length; at += 8)
        {
            first = unchecked(first + second + Number(bytes[at..]));
            second = unchecked(second + first + Number(bytes[(at + 4)..]));
        }

        sum = (first, second);
    }

    private uint Number(ReadOnlySpan<byte> bytes) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
