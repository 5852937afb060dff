namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The libraries in a project's own Python environment: each has a folder <c>name-version.dist-info</c>.</summary>
internal static class InstalledPython
{
    private static readonly string[] Environments = [".venv", "venv", "env"];

    private static readonly string[] Endings = [".dist-info", ".egg-info"];

    /// <summary>The libraries of the first environment of a project; missing if it has none.</summary>
    public static Reading<IReadOnlyCollection<LockedLibrary>> Read(HostRoot root, string project)
    {
        foreach (var environment in Environments.Select(name => $"{project}/{name}/lib"))
        {
            var pythons = (root.Names(environment).Content ?? []).Where(name => name.StartsWith("python", StringComparison.Ordinal));
            foreach (var folder in pythons.Select(name => $"{environment}/{name}/site-packages"))
            {
                if (root.Names(folder) is not Missing<string[]> and var names)
                {
                    return names.Then<IReadOnlyCollection<LockedLibrary>>(found => [.. found.Select(Parse).OfType<LockedLibrary>()]);
                }
            }
        }

        return new Missing<IReadOnlyCollection<LockedLibrary>>($"{project}/.venv");
    }

    private static LockedLibrary? Parse(string name)
    {
        var ending = Array.Find(Endings, item => name.EndsWith(item, StringComparison.Ordinal));
        return ending is not null && name[..^ending.Length].Split('-') is [var called, var version, ..] ? new LockedLibrary(called, version) : null;
    }
}
