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
    public static InstalledPackage? Read(ReadOnlySpan<byte> header) =>
        (TextOf(header, Name), TextOf(header, Version), TextOf(header, Release)) is ({ } name, { } version, { } release)
            ? new InstalledPackage(name, $"{EpochOf(header)}{version}-{release}", TextOf(header, Architecture))
            : null;

    /// <summary>The data of a tag up to the end of the store; empty if the header does not have it, or is damaged.</summary>
    /// <param name="header">The header.</param>
    /// <param name="wanted">The tag and its type.</param>
    /// <param name="count">How many values it has.</param>
    public static ReadOnlySpan<byte> Data(ReadOnlySpan<byte> header, (int Tag, int Type) wanted, out uint count)
    {
        count = 0;
        if (header.Length < 8)
        {
            return [];
        }

        var entries = SqliteNumbers.Word(header, 0) * (long)EntrySize;
        var data = (long)SqliteNumbers.Word(header, 4);
        if (8 + entries + data > header.Length)
        {
            return [];
        }

        var store = header.Slice(8 + (int)entries, (int)data);
        for (var entry = header.Slice(8, (int)entries); !entry.IsEmpty; entry = entry[EntrySize..])
        {
            if (SqliteNumbers.Word(entry, 0) == wanted.Tag)
            {
                var offset = SqliteNumbers.Word(entry, 8);
                count = SqliteNumbers.Word(entry, 12);
                return SqliteNumbers.Word(entry, 4) == wanted.Type && offset < store.Length ? store[(int)offset..] : [];
            }
        }

        return [];
    }

    private static string? TextOf(ReadOnlySpan<byte> header, int tag)
    {
        var data = Data(header, (tag, Text), out _);
        var end = data.IndexOf((byte)0);
        return end > 0 ? Encoding.UTF8.GetString(data[..end]) : null;
    }

    private static string EpochOf(ReadOnlySpan<byte> header)
    {
        var data = Data(header, (Epoch, Number32), out _);
        return data.Length >= 4 ? $"{SqliteNumbers.Word(data, 0)}:" : string.Empty;
    }
}
