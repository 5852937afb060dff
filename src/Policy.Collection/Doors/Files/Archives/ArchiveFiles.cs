using Policy.Collection.Doors.Machine;
using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Files.Archives;

/// <summary>The files of an archive that was read into memory.</summary>
/// <param name="tree">Its members.</param>
internal sealed class ArchiveFiles(ArchiveTree tree) : IHostFiles
{
    private readonly string top = tree.TopFolder();

    /// <inheritdoc/>
    public Reading<byte[]> Bytes(string path, int most) => Look<byte[]>(path, HostEntryKind.File, node => node switch
    {
        { Refusal: { } refusal } => new Failed<byte[]>(UnknownCause.Malformed, path, refusal),
        _ when node.Content.Length > most => new Failed<byte[]>(UnknownCause.Malformed, path, $"larger than {most} bytes"),
        _ => new Got<byte[]>(node.Content, path),
    });

    /// <inheritdoc/>
    public Reading<string[]> Names(string path) => Look<string[]>(path, HostEntryKind.Directory, node => new Got<string[]>([.. node.Names], path));

    /// <inheritdoc/>
    public Reading<HostEntry> Entry(string path)
    {
        var place = tree.Resolve(top, path);
        var itself = place.Error == 0 ? place : tree.ResolveFolder(top, path);
        return itself.Error == 0 && tree.Find(itself.Path) is { } node && (place.Error == 0 || node.Entry.Kind == HostEntryKind.Link)
            ? new Got<HostEntry>(node.Entry, path)
            : SystemError.ToReading<HostEntry>(place.Error == 0 ? Errno.NoEntry : place.Error, path);
    }

    /// <inheritdoc/>
    public Reading<string> Link(string path)
    {
        var place = tree.ResolveFolder(top, path);
        return (place.Error, tree.Find(place.Path)) switch
        {
            (not 0, _) => SystemError.ToReading<string>(place.Error, path),
            (_, null) => new Missing<string>(path),
            (_, { Entry.Kind: HostEntryKind.Link } link) => new Got<string>(link.LinkTarget, path),
            _ => new Failed<string>(UnknownCause.Malformed, path, "not a link"),
        };
    }

    /// <inheritdoc/>
    public Reading<string> Target(string path)
    {
        var place = tree.Resolve(top, path);
        return place.Error == 0 ? new Got<string>(place.Path[top.Length..].TrimStart('/'), path) : SystemError.ToReading<string>(place.Error, path);
    }

    /// <inheritdoc/>
    public Reading<byte[]> Attribute(string path, string name)
    {
        var place = tree.Resolve(top, path);
        return place.Error != 0 ? SystemError.ToReading<byte[]>(place.Error, path)
            : tree.Find(place.Path)?.Attributes?.GetValueOrDefault(name) is { } value ? new Got<byte[]>(value, path)
            : new Missing<byte[]>(path);
    }

    private Reading<T> Look<T>(string path, HostEntryKind kind, Func<ArchiveNode, Reading<T>> read)
    {
        var place = tree.Resolve(top, path);
        return (place.Error, tree.Find(place.Path)) switch
        {
            (not 0, _) => SystemError.ToReading<T>(place.Error, path),
            (_, null) => new Missing<T>(path),
            (_, { } node) when node.Entry.Kind != kind => new Failed<T>(UnknownCause.Malformed, path, HostEntryKinds.Describe(node.Entry.Kind)),
            (_, { } node) => read(node),
        };
    }
}
