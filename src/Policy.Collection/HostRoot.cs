using System.Text;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>The only door to a host's files: what stands for <c>/</c>.</summary>
/// <remarks>Paths are relative to the root, such as <c>proc/cpuinfo</c>; a leading slash is allowed. Links resolve inside the root.</remarks>
public sealed class HostRoot
{
    private readonly string folder;

    private HostRoot(string folder, bool isLive) => (this.folder, IsLive) = (folder, isLive);

    /// <summary>The machine that the program runs on.</summary>
    public static HostRoot Live { get; } = new("/", isLive: true);

    /// <summary>Whether it is the machine that the program runs on.</summary>
    public bool IsLive { get; }

    /// <summary>A folder that stands for <c>/</c> of another machine.</summary>
    public static HostRoot OfFolder(string folder) => new(Path.GetFullPath(folder), isLive: false);

    /// <summary>The bytes of a regular file.</summary>
    public Reading<byte[]> Bytes(string path, int most = 16 * 1024 * 1024)
    {
        var full = Full(path);
        try
        {
            return File.Exists(full) ? new Got<byte[]>(File.ReadAllBytes(full), path) : new Missing<byte[]>(path);
        }
        catch (UnauthorizedAccessException)
        {
            return new Failed<byte[]>(UnknownCause.Denied, path);
        }
        catch (IOException error)
        {
            return new Failed<byte[]>(UnknownCause.Unsupported, path, error.Message);
        }
    }

    /// <summary>The text of a regular file; bytes that are not UTF-8 become U+FFFD.</summary>
    public Reading<string> Text(string path) => Bytes(path).Then(Encoding.UTF8.GetString);

    /// <summary>The lines of a text file without their ends; without the empty one behind the last line end.</summary>
    public Reading<string[]> Lines(string path) => Text(path).Then(text => text.TrimEnd('\n').Split('\n'));

    /// <summary>The text of a file of one value, without white space around it.</summary>
    public Reading<string> Value(string path) => Text(path).Then(text => text.Trim());

    /// <summary>The names in a folder, in ordinal order.</summary>
    public Reading<string[]> Names(string path)
    {
        var full = Full(path);
        try
        {
            return Directory.Exists(full)
                ? new Got<string[]>([.. Directory.EnumerateFileSystemEntries(full).Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)], path)
                : new Missing<string[]>(path);
        }
        catch (UnauthorizedAccessException)
        {
            return new Failed<string[]>(UnknownCause.Denied, path);
        }
        catch (IOException error)
        {
            return new Failed<string[]>(UnknownCause.Unsupported, path, error.Message);
        }
    }

    /// <summary>What stands under a name, links followed.</summary>
    public Reading<HostEntry> Entry(string path) => throw new NotImplementedException(path);

    /// <summary>Where a link leads, as the link says it; <see cref="Failed{T}"/> with <see cref="UnknownCause.Malformed"/> if it is no link.</summary>
    public Reading<string> Link(string path) => throw new NotImplementedException(path);

    /// <summary>The path of what a path leads to, all links followed, relative to the root, without a leading slash.</summary>
    public Reading<string> Target(string path) => throw new NotImplementedException(path);

    private string Full(string path) => Path.Join(folder, path.TrimStart('/'));
}
