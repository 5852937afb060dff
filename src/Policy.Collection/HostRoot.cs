using System.Text;
using Policy.Collection.Doors.Files;
using Policy.Collection.Doors.Files.Archives;
using Policy.Collection.Doors.Recordings;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>The only door to a host's files: what stands for <c>/</c>.</summary>
/// <remarks>Paths are relative to the root, such as <c>proc/cpuinfo</c>; a leading slash is allowed. Links resolve inside the root.</remarks>
public sealed class HostRoot
{
    private const int MostJournal = 64 * 1024 * 1024;

    private readonly IHostFiles files;

    private HostRoot(IHostFiles files, bool isLive) => (this.files, IsLive) = (files, isLive);

    private HostRoot(HostRoot root, HostRecording recording)
        : this(new RecordingFiles(root.files, recording), root.IsLive) => (Recording, Journal) = (recording, root.Journal);

    private HostRoot(IHostFiles captured, Journal? journal)
        : this(journal is null ? captured : new ReplayedFiles(captured, journal), isLive: false) => Journal = journal;

    /// <summary>The machine that the program runs on.</summary>
    public static HostRoot Live { get; } = new(new DiskFiles("/", isLive: true), isLive: true);

    /// <summary>Whether it is the machine that the program runs on.</summary>
    public bool IsLive { get; }

    /// <summary>Where everything that is asked goes; null if nothing is recorded.</summary>
    internal HostRecording? Recording { get; }

    /// <summary>What was asked of the live host when it was captured; null of a captured root that another program made, and of the live host.</summary>
    internal Journal? Journal { get; }

    /// <summary>A folder that stands for <c>/</c> of another machine.</summary>
    public static HostRoot OfFolder(string folder) =>
        OfCapture(new DiskFiles(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), isLive: false));

    /// <summary>A tar archive, plain or packed by gzip, xz or zstd, that stands for <c>/</c> of another machine; read once, kept in memory, never unpacked.</summary>
    /// <param name="stream">The archive, read to its end.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>Failed with <c>malformed</c> if it is none, is damaged, or would cost too much.</returns>
    public static Reading<HostRoot> OfArchive(Stream stream, string name) =>
        ArchiveLoad.Read(stream, name).Then(tree => OfCapture(new ArchiveFiles(tree)));

    /// <summary>The bytes of a regular file.</summary>
    /// <returns>Failed with <see cref="UnknownCause.Malformed"/> if it is another thing, or larger than <paramref name="most"/>.</returns>
    public Reading<byte[]> Bytes(string path, int most = 16 * 1024 * 1024) => files.Bytes(path.TrimStart('/'), most);

    /// <summary>The text of a regular file; bytes that are not UTF-8 become U+FFFD.</summary>
    public Reading<string> Text(string path) => Bytes(path).Then(Encoding.UTF8.GetString);

    /// <summary>The lines of a text file without their ends; without the empty one behind the last line end, none of an empty file.</summary>
    public Reading<string[]> Lines(string path) => Text(path).Then(SplitLines);

    /// <summary>The text of a file of one value, without white space around it.</summary>
    public Reading<string> Value(string path) => Text(path).Then(text => text.Trim());

    /// <summary>The names in a folder, in ordinal order; bytes that are not UTF-8 become U+FFFD.</summary>
    public Reading<string[]> Names(string path) => files.Names(path.TrimStart('/'));

    /// <summary>What stands under a name, links followed.</summary>
    public Reading<HostEntry> Entry(string path) => files.Entry(path.TrimStart('/'));

    /// <summary>Where a link leads, as the link says it; <see cref="Failed{T}"/> with <see cref="UnknownCause.Malformed"/> if it is no link.</summary>
    public Reading<string> Link(string path) => files.Link(path.TrimStart('/'));

    /// <summary>The path of what a path leads to, all links followed, relative to the root, without a leading slash.</summary>
    public Reading<string> Target(string path) => files.Target(path.TrimStart('/'));

    /// <summary>An extended attribute, such as <c>security.capability</c>, links followed; missing if the file does not have it.</summary>
    public Reading<byte[]> Attribute(string path, string name) => files.Attribute(path.TrimStart('/'), name);

    /// <summary>The same root, every answer written down.</summary>
    internal HostRoot Recorded(HostRecording recording) => new(this, recording);

    /// <summary>The lines of a text without their ends.</summary>
    internal static string[] SplitLines(string text)
    {
        var body = text.EndsWith('\n') ? text[..^1] : text;
        return text.Length == 0 ? [] : body.Split('\n');
    }

    // A journal that cannot be read would make the root look more complete than it is, or less: nothing is known then.
    private static HostRoot OfCapture(IHostFiles files) => files.Bytes(Doors.Recordings.Journal.Place, MostJournal) switch
    {
        Got<byte[]> got when Journal.TryParse(Encoding.UTF8.GetString(got.Value), out var journal) => new HostRoot(files, journal),
        Got<byte[]> => new HostRoot(files, new Journal()),
        _ => new HostRoot(files, journal: null),
    };
}
