using Policy.Core.Facts;
using SharpCompress.Compressors.ZStandard;

namespace Policy.Collection.Doors.Files.Archives;

/// <summary>Reads an archive into memory: all names, and the content of what a source could ask for.</summary>
internal sealed class ArchiveLoad
{
    private const int MostMembers = 4_000_000;

    /// <summary>Of a program only the header is ever asked for.</summary>
    private const int ProgramHeader = 4096;

    private readonly ArchiveTree tree = new();
    private readonly TarStream stream;
    private readonly ContentBudget budget = new();

    private ArchiveLoad(Stream unpacked) => stream = new TarStream(unpacked);

    /// <summary>Reads to the end mark.</summary>
    /// <param name="archive">The archive, plain or packed.</param>
    /// <param name="name">What messages call it.</param>
    internal static Reading<ArchiveTree> Read(Stream archive, string name)
    {
        try
        {
            using var packed = new PackedStream(archive);
            using var unpacked = Unpacking.Open(packed);
            using var measured = new MeasuredStream(unpacked, packed);
            var load = new ArchiveLoad(measured);
            load.Run();
            return new Got<ArchiveTree>(load.tree, name);
        }
        catch (EndOfStreamException)
        {
            return new Failed<ArchiveTree>(UnknownCause.Malformed, name, "it ends before its end mark: something is cut off");
        }
        catch (Exception error) when (IsOfArchive(error))
        {
            return new Failed<ArchiveTree>(UnknownCause.Malformed, name, error.Message);
        }
    }

    // What the libraries throw at archives that are damaged or made to harm; each has its own set.
    private static bool IsOfArchive(Exception error) => error
        is IOException or InvalidDataException or NotSupportedException or ZstdException or ArithmeticException
        or IndexOutOfRangeException or ArgumentException or InvalidOperationException || error.GetType().Namespace?.StartsWith("SharpCompress", StringComparison.Ordinal) == true;

    private void Run()
    {
        for (var count = 0; stream.Next() is { } member; count++)
        {
            if (count == MostMembers)
            {
                throw new InvalidDataException($"more than {MostMembers} members");
            }

            if (member.Type != TarMemberType.Nothing && tree.PlaceFor(member.Path) is { } place)
            {
                Put(place, member);
            }
        }
    }

    private void Put(string place, TarMember member)
    {
        var node = member.Type switch
        {
            TarMemberType.File => Content(place, member),
            TarMemberType.SparseFile => Node(member, []) with { Refusal = "a file with holes, which archives keep in pieces" },
            TarMemberType.HardLink => tree.PlaceFor(member.LinkTarget) is { } first ? tree.Find(first) : null,
            _ => Node(member, []),
        };
        if (node is not null && (place.Length > 0 || node.Entry.Kind == HostEntryKind.Directory))
        {
            tree.Put(place, node);
        }
    }

    private static ArchiveNode Node(TarMember member, byte[] content) => new(member.Entry, member.LinkTarget, content, Attributes: member.Attributes);

    private ArchiveNode Content(string place, TarMember member)
    {
        if (budget.Refusal(place, member.Entry.Size) is { } refusal)
        {
            return Node(member, []) with { Refusal = refusal };
        }

        var content = new byte[member.Entry.Size];
        var length = 0;
        while (stream.Read(content.AsSpan(length)) is var count and > 0)
        {
            length += count;
        }

        content = content is [0x7f, (byte)'E', (byte)'L', (byte)'F', ..] && content.Length > ProgramHeader ? content[..ProgramHeader] : content;
        budget.Take(content.Length);
        return Node(member, place.StartsWith("sys/", StringComparison.Ordinal) ? WithoutPadding(content) : content);
    }

    // Files of sysfs say that they have 4096 bytes; an archiver fills up with NUL what it could not read.
    private static byte[] WithoutPadding(byte[] content)
    {
        var end = content.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        return end > 0 && content[end - 1] == '\n' ? content[..end] : content;
    }
}
