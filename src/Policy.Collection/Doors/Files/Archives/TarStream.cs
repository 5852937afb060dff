using System.Text;

namespace Policy.Collection.Doors.Files.Archives;

/// <summary>Reads an archive member by member, forwards only.</summary>
/// <param name="stream">The archive, unpacked.</param>
/// <remarks>
/// The platform's reader gives up a whole archive at one sparse file or one strange time, and takes extended headers of any size; times are not read here.
/// </remarks>
internal sealed class TarStream(Stream stream)
{
    /// <summary>More than any name and its attributes need; a hostile archive claims more.</summary>
    private const long MostHeaderBytes = 1024 * 1024;

    private readonly byte[] block = new byte[TarBlock.Size];
    private long contentLeft;
    private long padding;
    private bool isEmpty = true;

    /// <summary>The next member; null behind the last one.</summary>
    /// <exception cref="InvalidDataException">It is no archive, or damaged.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    internal TarMember? Next()
    {
        string? longName = null, longTarget = null;
        PaxRecords? records = null;
        while (NextBlock())
        {
            var header = new TarBlock(block);
            switch (header.Type)
            {
                case 'L':
                    longName = LongText(header.ContentLength);
                    break;
                case 'K':
                    longTarget = LongText(header.ContentLength);
                    break;
                case 'x' or 'X':
                    records = PaxRecords.Parse(HeaderContent(header.ContentLength));
                    break;
                case 'g':
                    _ = HeaderContent(header.ContentLength);
                    break;
                default:
                    return Member(header, records, longName, longTarget);
            }
        }

        return null;
    }

    /// <summary>Content of the last member.</summary>
    /// <returns>The number of bytes, at least one before the end; 0 at the end.</returns>
    internal int Read(Span<byte> into)
    {
        var wanted = (int)Math.Min(into.Length, contentLeft);
        stream.ReadExactly(into[..wanted]);
        contentLeft -= wanted;
        return wanted;
    }

    private TarMember Member(TarBlock header, PaxRecords? records, string? longName, string? longTarget)
    {
        var name = records?.Text("GNU.sparse.name") ?? records?.Text("path") ?? longName ?? header.Name;
        var target = records?.Text("linkpath") ?? longTarget ?? header.LinkTarget;
        var (type, kind) = Kind(header.Type, name, records);
        var entry = header.ToEntry(kind);
        var length = records?.Number("size") ?? header.ContentLength;
        entry = entry with
        {
            Size = kind == HostEntryKind.File ? records?.Number("GNU.sparse.realsize") ?? Math.Max(length, 0) : 0,
            Owner = new HostOwner(records?.Number("uid") ?? entry.Owner.User, records?.Number("gid") ?? entry.Owner.Group),
        };
        SkipHoles(header);
        Expect(type is TarMemberType.Other or TarMemberType.HardLink ? 0 : length);
        return new TarMember(name, type, entry, target, records?.Attributes());
    }

    private static (TarMemberType Type, HostEntryKind Kind) Kind(char letter, string name, PaxRecords? records) => letter switch
    {
        '0' or '\0' when name.EndsWith('/') => (TarMemberType.Other, HostEntryKind.Directory),
        '0' or '\0' or '7' => (records?.Text("GNU.sparse.name") is null ? TarMemberType.File : TarMemberType.SparseFile, HostEntryKind.File),
        'S' => (TarMemberType.SparseFile, HostEntryKind.File),
        '1' => (TarMemberType.HardLink, HostEntryKind.File),
        '2' => (TarMemberType.Other, HostEntryKind.Link),
        '3' => (TarMemberType.Other, HostEntryKind.CharacterDevice),
        '4' => (TarMemberType.Other, HostEntryKind.BlockDevice),
        '5' => (TarMemberType.Other, HostEntryKind.Directory),
        '6' => (TarMemberType.Other, HostEntryKind.Fifo),
        _ => (TarMemberType.Nothing, HostEntryKind.File),
    };

    private bool NextBlock()
    {
        Skip(contentLeft + padding);
        (contentLeft, padding) = (0, 0);
        var count = stream.ReadAtLeast(block, TarBlock.Size, throwOnEndOfStream: false);
        var header = new TarBlock(block);
        // Without an end mark something may be cut off, and what is not there would look like what the host does not have.
        if (isEmpty && (count < TarBlock.Size || header.IsEnd || !header.IsSound))
        {
            throw new InvalidDataException(count == 0 ? "empty" : "no tar archive");
        }

        if (count < TarBlock.Size)
        {
            throw new EndOfStreamException();
        }

        if (!header.IsEnd && !header.IsSound)
        {
            throw new InvalidDataException("a damaged header");
        }

        isEmpty = false;
        return !header.IsEnd;
    }

    private void Expect(long length)
    {
        contentLeft = length >= 0 ? length : throw new InvalidDataException("a member of a negative size");
        padding = (TarBlock.Size - (length % TarBlock.Size)) % TarBlock.Size;
    }

    private byte[] HeaderContent(long length)
    {
        Expect(length <= MostHeaderBytes ? length : throw new InvalidDataException($"an extended header of {length} bytes"));
        var content = new byte[length];
        _ = Read(content);
        return content;
    }

    private string LongText(long length)
    {
        var content = HeaderContent(length);
        var end = Array.IndexOf(content, (byte)0);
        return Encoding.UTF8.GetString(content, 0, end < 0 ? content.Length : end);
    }

    // The map of an old-style sparse file goes on in blocks of its own before the content.
    private void SkipHoles(TarBlock header)
    {
        var more = header.Type == 'S' && header.HasMoreHoles;
        var holes = new byte[more ? TarBlock.Size : 0];
        while (more)
        {
            stream.ReadExactly(holes);
            more = holes[504] != 0;
        }
    }

    private void Skip(long count)
    {
        Span<byte> scratch = stackalloc byte[8 * TarBlock.Size];
        while (count > 0)
        {
            var wanted = (int)Math.Min(count, scratch.Length);
            stream.ReadExactly(scratch[..wanted]);
            count -= wanted;
        }
    }
}
