using System.Text;
using Policy.Collection.Sources.Software.Packages.Sqlite;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>One package of an RPM database: an index of tags and a store with their data, both in network order.</summary>
/// <remarks>rpm's docs/manual/format_v4.md; in the database the header stands without its magic number.</remarks>
internal static class RpmHeader
{
    private const int Name = 1000;
    private const int Version = 1001;
    private const int Release = 1002;
    private const int Epoch = 1003;
    private const int Architecture = 1022;

    private const int Number32 = 4;
    private const int Text = 6;
    private const int EntrySize = 16;

    /// <summary>The package, its version as <c>epoch:version-release</c>, without the epoch if it has none; null if the header is damaged.</summary>
    public static InstalledPackage? Read(ReadOnlySpan<byte> header)
    {
        if (header.Length < 8)
        {
            return null;
        }

        var entries = SqliteNumbers.Word(header, 0) * (long)EntrySize;
        var data = (long)SqliteNumbers.Word(header, 4);
        if (8 + entries + data > header.Length)
        {
            return null;
        }

        var index = header.Slice(8, (int)entries);
        var store = header.Slice(8 + (int)entries, (int)data);
        return (TextOf(index, store, Name), TextOf(index, store, Version), TextOf(index, store, Release)) is ({ } name, { } version, { } release)
            ? new InstalledPackage(name, $"{EpochOf(index, store)}{version}-{release}", TextOf(index, store, Architecture))
            : null;
    }

    private static string? TextOf(ReadOnlySpan<byte> index, ReadOnlySpan<byte> store, int tag)
    {
        var data = Find(index, store, (tag, Text));
        var end = data.IndexOf((byte)0);
        return end > 0 ? Encoding.UTF8.GetString(data[..end]) : null;
    }

    private static string EpochOf(ReadOnlySpan<byte> index, ReadOnlySpan<byte> store)
    {
        var data = Find(index, store, (Epoch, Number32));
        return data.Length >= 4 ? $"{SqliteNumbers.Word(data, 0)}:" : string.Empty;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> index, ReadOnlySpan<byte> store, (int Tag, int Type) wanted)
    {
        for (var entry = index; !entry.IsEmpty; entry = entry[EntrySize..])
        {
            if (SqliteNumbers.Word(entry, 0) == wanted.Tag)
            {
                var offset = SqliteNumbers.Word(entry, 8);
                return SqliteNumbers.Word(entry, 4) == wanted.Type && offset < store.Length ? store[(int)offset..] : [];
            }
        }

        return [];
    }
}
