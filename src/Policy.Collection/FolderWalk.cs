using Policy.Collection.Native;

namespace Policy.Collection;

/// <summary>Resolves links as if a folder were <c>/</c>: absolute targets start at the folder, and <c>..</c> never leaves it.</summary>
/// <remarks>The folder may be a stranger's, so nobody but this walk may follow its links; it must not change meanwhile.</remarks>
internal static class FolderWalk
{
    /// <summary>What Linux allows in one path.</summary>
    private const int MostLinks = 40;

    /// <summary>The place that a path leads to, without any link on the way.</summary>
    /// <param name="folder">An absolute path.</param>
    /// <param name="path">A path below it; a leading slash changes nothing.</param>
    internal static Location Resolve(string folder, string path)
    {
        var pending = new Stack<string>();
        var walked = new List<string>();
        var links = 0;
        Push(pending, path);
        while (pending.TryPop(out var name))
        {
            if (IsStep(name, walked))
            {
                continue;
            }

            var place = Place(folder, walked, name);
            var (target, error) = DiskCalls.ReadLink(place);
            if (target is null && error != Errno.Invalid)
            {
                return new Location(place, error);
            }

            if (target is null)
            {
                walked.Add(name);
                continue;
            }

            if (++links > MostLinks)
            {
                return new Location(place, Errno.LinkLoop);
            }

            Follow(target, walked, pending);
        }

        return new Location(Place(folder, walked, string.Empty), 0);
    }

    /// <summary>The place of a name whose folder is resolved but not the name itself, because it may be a link.</summary>
    internal static Location ResolveFolder(string folder, string path)
    {
        var trimmed = path.TrimEnd('/');
        var name = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        if (name is "" or "." or "..")
        {
            return Resolve(folder, path);
        }

        var (parent, error) = Resolve(folder, trimmed[..^name.Length]);
        return new Location(error == 0 ? Path.Join(parent, name) : parent, error);
    }

    private static bool IsStep(string name, List<string> walked)
    {
        if (name == ".." && walked.Count > 0)
        {
            walked.RemoveAt(walked.Count - 1);
        }

        return name is "" or "." or "..";
    }

    private static void Follow(string target, List<string> walked, Stack<string> pending)
    {
        if (target.StartsWith('/'))
        {
            walked.Clear();
        }

        Push(pending, target);
    }

    private static void Push(Stack<string> pending, string path)
    {
        var names = path.Split('/');
        for (var index = names.Length - 1; index >= 0; index--)
        {
            pending.Push(names[index]);
        }
    }

    private static string Place(string folder, List<string> walked, string name) =>
        Path.Join(folder, string.Join('/', name.Length == 0 ? walked : walked.Append(name)));
}
