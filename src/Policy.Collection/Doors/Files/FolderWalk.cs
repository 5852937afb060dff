using Policy.Collection.Native;

namespace Policy.Collection.Doors.Files;

/// <summary>Asks what a link says.</summary>
/// <param name="path">A path without links before its last name.</param>
/// <returns>The target, or the errno: EINVAL of what is no link.</returns>
internal delegate (string? Target, int Error) LinkReader(string path);

/// <summary>Resolves links as if a folder were <c>/</c>: absolute targets start at the folder, and <c>..</c> never leaves it.</summary>
/// <remarks>The folder may be a stranger's, so nobody but this walk may follow its links; it must not change meanwhile.</remarks>
internal sealed class FolderWalk
{
    /// <summary>What Linux allows in one path.</summary>
    private const int MostLinks = 40;

    private readonly string folder;
    private readonly LinkReader readLink;
    private readonly List<string> walked = [];
    private readonly Stack<string> pending = new();
    private int links;

    private FolderWalk(string folder, string path, LinkReader readLink)
    {
        (this.folder, this.readLink) = (folder, readLink);
        Push(path);
    }

    /// <summary>The place that a path leads to, without any link on the way.</summary>
    /// <param name="folder">An absolute path.</param>
    /// <param name="path">A path below it; a leading slash changes nothing.</param>
    /// <param name="readLink">Reads links below the folder.</param>
    internal static Location Resolve(string folder, string path, LinkReader readLink) => new FolderWalk(folder, path, readLink).Run();

    /// <summary>The place of a name whose folder is resolved but not the name itself, because it may be a link.</summary>
    internal static Location ResolveFolder(string folder, string path, LinkReader readLink)
    {
        var trimmed = path.TrimEnd('/');
        var name = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        if (name is "" or "." or "..")
        {
            return Resolve(folder, path, readLink);
        }

        var parent = Resolve(folder, trimmed[..^name.Length], readLink);
        return parent.Error == 0 ? parent with { Path = Path.Join(parent.Path, name) } : parent;
    }

    private Location Run()
    {
        while (pending.TryPop(out var name))
        {
            var error = Step(name);
            if (error != 0)
            {
                return new Location(Place(name), error);
            }
        }

        return new Location(Place(string.Empty), 0);
    }

    private int Step(string name)
    {
        if (name == ".." && walked.Count > 0)
        {
            walked.RemoveAt(walked.Count - 1);
        }

        return name is "" or "." or ".." ? 0 : Enter(name);
    }

    private int Enter(string name)
    {
        var (target, error) = readLink(Place(name));
        if (target is not null)
        {
            return Follow(target);
        }

        if (error != Errno.Invalid)
        {
            return error;
        }

        walked.Add(name);
        return 0;
    }

    private int Follow(string target)
    {
        if (++links > MostLinks)
        {
            return Errno.LinkLoop;
        }

        if (target.StartsWith('/'))
        {
            walked.Clear();
        }

        Push(target);
        return 0;
    }

    private void Push(string path)
    {
        var names = path.Split('/');
        for (var index = names.Length - 1; index >= 0; index--)
        {
            pending.Push(names[index]);
        }
    }

    private string Place(string name) => Path.Join(folder, string.Join('/', name.Length == 0 ? walked : walked.Append(name)));
}
