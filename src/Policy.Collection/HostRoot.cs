using System.Text;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>The only door to a host's files: what stands for <c>/</c>.</summary>
/// <remarks>Paths are relative to the root, such as <c>proc/cpuinfo</c>; a leading slash is allowed. Links resolve inside the root.</remarks>
public sealed class HostRoot
{
    private readonly DiskFiles files;

    private HostRoot(string folder, bool isLive) => (files, IsLive) = (new DiskFiles(folder, isLive), isLive);

    /// <summary>The machine that the program runs on.</summary>
    public static HostRoot Live { get; } = new("/", isLive: true);

    /// <summary>Whether it is the machine that the program runs on.</summary>
    public bool IsLive { get; }

    /// <summary>A folder that stands for <c>/</c> of another machine.</summary>
    public static HostRoot OfFolder(string folder) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), isLive: false);

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

    /// <summary>The lines of a text without their ends.</summary>
    internal static string[] SplitLines(string text)
    {
        var body = text.EndsWith('\n') ? text[..^1] : text;
        return text.Length == 0 ? [] : body.Split('\n');
    }
}
