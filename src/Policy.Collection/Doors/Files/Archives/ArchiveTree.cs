using Policy.Collection.Native;

namespace Policy.Collection.Doors.Files.Archives;

/// <summary>The members of an archive as the tree of files that unpacking it would make, with every name below its root.</summary>
internal sealed class ArchiveTree
{
    /// <summary>PATH_MAX of Linux.</summary>
    private const int LongestPath = 4096;

    /// <summary>At least one of them is in what stands for <c>/</c>.</summary>
    private static readonly string[] TopFolders = ["etc", "proc", "sys", "usr", "var", "dev", "run", "lib", "boot", ".policy"];

    private readonly Dictionary<string, ArchiveNode> nodes = new(StringComparer.Ordinal) { [string.Empty] = ArchiveNode.Folder() };

    /// <summary>What stands under a path that has no links on the way; null if nothing does.</summary>
    internal ArchiveNode? Find(string place) => nodes.GetValueOrDefault(place);

    /// <summary>The place that a path below a folder leads to.</summary>
    internal Location Resolve(string folder, string path) => FolderWalk.Resolve(folder, path, ReadLink);

    /// <summary>The place of a name whose folder is resolved but not the name itself.</summary>
    internal Location ResolveFolder(string folder, string path) => FolderWalk.ResolveFolder(folder, path, ReadLink);

    /// <summary>The folder that stands for <c>/</c>: the archive's own root, or the one folder in it that everything was packed with.</summary>
    internal string TopFolder() => nodes[string.Empty].Names is { Count: 1 } names && Find(names.Min!) is { Entry.Kind: HostEntryKind.Directory } only
        && !TopFolders.Contains(names.Min) && TopFolders.Any(only.Names.Contains) ? names.Min! : string.Empty;

    /// <summary>The place for a new member: its folder is made where it is missing.</summary>
    /// <returns>Null if the name leads out of the root or cannot be on any host.</returns>
    internal string? PlaceFor(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        if (name.Length > LongestPath || parts.Contains("..") || name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return parts.Length == 0 ? string.Empty : Folder(string.Join('/', parts[..^1])) is { } folder ? Join(folder, parts[^1]) : null;
    }

    /// <summary>Puts a member in its place; a later one of the same name wins, as it does when an archive is unpacked.</summary>
    internal void Put(string place, ArchiveNode node)
    {
        var isFolder = node.Entry.Kind == HostEntryKind.Directory;
        nodes[place] = isFolder && Find(place) is { Entry.Kind: HostEntryKind.Directory } earlier ? node with { Names = earlier.Names } : node;
        if (place.Length > 0)
        {
            var slash = place.LastIndexOf('/');
            nodes[slash < 0 ? string.Empty : place[..slash]].Names.Add(place[(slash + 1)..]);
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private string? Folder(string path)
    {
        var place = Resolve(string.Empty, path);
        if (place.Error == 0)
        {
            return Find(place.Path)?.Entry.Kind == HostEntryKind.Directory ? place.Path : null;
        }

        var slash = path.LastIndexOf('/');
        var made = Folder(slash < 0 ? string.Empty : path[..slash]) is { } parent ? Join(parent, path[(slash + 1)..]) : null;
        if (made is null || nodes.ContainsKey(made))
        {
            return null;
        }

        Put(made, ArchiveNode.Folder());
        return made;
    }

    private (string? Target, int Error) ReadLink(string place) => Find(place) switch
    {
        null => (null, Errno.NoEntry),
        { Entry.Kind: HostEntryKind.Link } link when link.LinkTarget.Contains('\ufffd', StringComparison.Ordinal) => (null, Errno.BadSequence),
        { Entry.Kind: HostEntryKind.Link } link => (link.LinkTarget, 0),
        _ => (null, Errno.Invalid),
    };
}
