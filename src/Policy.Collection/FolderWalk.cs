using Policy.Collection.Native;

namespace Policy.Collection;

/// <summary>Resolves links as if a folder were <c>/</c>: absolute targets start at the folder, and <c>..</c> never leaves it.</summary>
/// <remarks>The folder may be a stranger's, so nobody but this walk may follow its links; it must not change meanwhile.</remarks>
internal sealed class FolderWalk
{
    /// <summary>What Linux allows in one path.</summary>
    private const int MostLinks = 40;

    private readonly string folder;
    private readonly List<string> walked = [];
    private readonly Stack<string> pending = new();
    private int links;

    private FolderWalk(string folder, string path)
    {
        this.folder = folder;
        Push(path);
    }

    /// <summary>The place that a path leads to, without any link on the way.</summary>
    /// <param name="folder">An absolute path.</param>
    /// <param name="path">A path below it; a leading slash changes nothing.</param>
    internal static Location Resolve(string folder, string path) => new FolderWalk(folder, path).Run();

    /// <summary>The place of a name whose folder is resolved but not the name itself, because it may be a link.</summary>
    internal static Location ResolveFolder(string folder, string path)
    {
        var trimmed = path.TrimEnd('/');
        var name = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        if (name is "" or "." or "..")
        {
            return Resolve(folder, path);
        }

        var parent = Resolve(folder, trimmed[..^name.Length]);
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
        var (target, error) = DiskCalls.ReadLink(Place(name));
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
