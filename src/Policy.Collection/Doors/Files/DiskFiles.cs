using System.IO.Enumeration;
using Policy.Collection.Doors.Machine;
using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Files;

/// <summary>The files below a folder of this machine's disk; the live host's are those below <c>/</c>.</summary>
/// <param name="folder">An absolute path.</param>
/// <param name="isLive">Whether the kernel resolves links: only where the folder is <c>/</c> of the machine itself.</param>
internal sealed class DiskFiles(string folder, bool isLive) : IHostFiles
{
    /// <summary>More names than any folder of a host has that works.</summary>
    private const int MostNames = 1_000_000;

    private static readonly EnumerationOptions AllNames = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <inheritdoc/>
    public Reading<byte[]> Bytes(string path, int most)
    {
        // Opening a device can do something to it, so its kind is asked before, and again of what was really opened.
        var (place, status, error) = Look(path);
        if (error != 0 || status.Kind != HostEntryKind.File)
        {
            return error != 0 ? SystemError.ToReading<byte[]>(error, path) : NotFile<byte[]>(status.Kind, path);
        }

        // A file that says that it is too large is not read up to there; those of the kernel say nothing or a page.
        return status.Size > (ulong)most ? new Failed<byte[]>(UnknownCause.Malformed, path, $"larger than {most} bytes") : Opened(place, path, most);
    }

    /// <inheritdoc/>
    public Reading<string[]> Names(string path)
    {
        var (place, status, error) = Look(path);
        if (error != 0 || status.Kind != HostEntryKind.Directory)
        {
            return error != 0 ? SystemError.ToReading<string[]>(error, path) : NotFile<string[]>(status.Kind, path);
        }

        return Listed(place, path);
    }

    /// <inheritdoc/>
    public Reading<HostEntry> Entry(string path)
    {
        var (_, status, error) = Look(path);
        if (error is Errno.NoEntry or Errno.NotFolder or Errno.LinkLoop && Itself(path) is { } link)
        {
            return new Got<HostEntry>(link, path);
        }

        return error == 0 ? new Got<HostEntry>(status.ToEntry(), path) : SystemError.ToReading<HostEntry>(error, path);
    }

    /// <inheritdoc/>
    public Reading<string> Link(string path)
    {
        var place = FindItself(path);
        var (target, error) = place.Error == 0 ? DiskCalls.ReadLink(place.Path) : (null, place.Error);
        return (target, error) switch
        {
            ({ } text, _) => new Got<string>(text, path),
            (_, Errno.Invalid) => new Failed<string>(UnknownCause.Malformed, path, "not a link"),
            _ => SystemError.ToReading<string>(error, path),
        };
    }

    /// <inheritdoc/>
    public Reading<string> Target(string path)
    {
        var place = Refuse(path) ?? FolderWalk.Resolve(folder, path, DiskCalls.ReadLink);
        return place.Error == 0
            ? new Got<string>(place.Path[folder.Length..].Trim('/'), path)
            : SystemError.ToReading<string>(place.Error, path);
    }

    /// <inheritdoc/>
    public Reading<byte[]> Attribute(string path, string name)
    {
        var (place, _, error) = Look(path);
        return error != 0 ? SystemError.ToReading<byte[]>(error, path) : DiskCalls.Attribute(place, name) switch
        {
            ({ } value, _) => new Got<byte[]>(value, path),
            (_, Errno.NoData) => new Missing<byte[]>(path),
            (_, var failure) => SystemError.ToReading<byte[]>(failure, path),
        };
    }

    private static Reading<byte[]> Opened(string place, string path, int most)
    {
        var descriptor = DiskCalls.Open(place, FileCalls.ReadOnly);
        if (descriptor < 0)
        {
            return SystemError.ToReading<byte[]>(-descriptor, path);
        }

        try
        {
            return DiskCalls.Status(descriptor) is { Error: 0, Status.Kind: not HostEntryKind.File and var kind }
                ? NotFile<byte[]>(kind, path)
                : DiskContent.Read(descriptor, path, most);
        }
        finally
        {
            _ = FileCalls.Close(descriptor);
        }
    }

    private static Reading<string[]> Listed(string place, string path)
    {
        try
        {
            return DiskFolder.Names(place, MostNames) switch
            {
                (_, not 0 and var error) => SystemError.ToReading<string[]>(error, path),
                ({ } names, _) => new Got<string[]>(names, path),
                _ => new Failed<string[]>(UnknownCause.Malformed, path, $"more than {MostNames} names"),
            };
        }
        catch (EntryPointNotFoundException)
        {
            return ListedByRuntime(place, path);
        }
    }

    // C libraries without getdents64; the runtime looks at every link besides.
    private static Reading<string[]> ListedByRuntime(string place, string path)
    {
        try
        {
            var names = new FileSystemEnumerable<string>(place, (ref FileSystemEntry entry) => entry.FileName.ToString(), AllNames);
            var all = names.Take(MostNames + 1).Order(StringComparer.Ordinal).ToArray();
            return all.Length > MostNames ? new Failed<string[]>(UnknownCause.Malformed, path, $"more than {MostNames} names") : new Got<string[]>(all, path);
        }
        catch (UnauthorizedAccessException)
        {
            return new Failed<string[]>(UnknownCause.Denied, path);
        }
        catch (DirectoryNotFoundException)
        {
            return new Missing<string[]>(path);
        }
        catch (IOException failure)
        {
            return SystemError.ToReading<string[]>(failure.HResult, path);
        }
    }

    private static Location? Refuse(string path) => path.Contains('\0', StringComparison.Ordinal) ? new Location(path, Errno.Invalid) : null;

    private static Failed<T> NotFile<T>(HostEntryKind kind, string path) => new(UnknownCause.Malformed, path, HostEntryKinds.Describe(kind));

    private (string Place, FileStatus Status, int Error) Look(string path)
    {
        var place = Refuse(path) ?? (isLive ? new Location(Path.Join(folder, path), 0) : FolderWalk.Resolve(folder, path, DiskCalls.ReadLink));
        var (status, error) = place.Error == 0 ? DiskCalls.Status(place.Path) : (default, place.Error);
        return (place.Path, status, error);
    }

    private Location FindItself(string path) => Refuse(path) ?? (isLive ? new Location(Path.Join(folder, path), 0) : FolderWalk.ResolveFolder(folder, path, DiskCalls.ReadLink));

    private HostEntry? Itself(string path)
    {
        var place = FindItself(path);
        var (status, error) = place.Error == 0 ? DiskCalls.Status(place.Path, FileCalls.NoFollow) : (default, place.Error);
        return error == 0 && status.Kind == HostEntryKind.Link ? status.ToEntry() : null;
    }
}
