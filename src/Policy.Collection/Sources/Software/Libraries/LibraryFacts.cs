using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The libraries that a project's lock files pin.</summary>
internal static class LibraryFacts
{
    private const string Root = "library";

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "libraries",
        [
            FactDescription.Of(
                "library(*)",
                new MapType("name", new RecordType(
                [
                    new FactField(
                        "version",
                        new VersionType(VersionScheme.SemVer),
                        "The pinned version; of several the one at the top of node_modules, else the highest"),
                ])),
                "A library that the lock file of the project folder pins, under ecosystem:name: npm:express, cargo:serde. Absent means: the lock file "
                    + "does not have it, or the project is none of that ecosystem. Unknown without a project folder or without a lock file.",
                "package-lock.json",
                "npm-shrinkwrap.json",
                "pnpm-lock.yaml",
                "yarn.lock",
                "Cargo.lock"),
        ],
        Read);

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        if (!demand.Wants(Root))
        {
            return [];
        }

        if (host.Options.Project is not { } project)
        {
            var unknown = new Unknown(UnknownCause.NotCollected, "no project folder named");
            return new MapFact(() => unknown, _ => unknown).Emit(Root, demand);
        }

        var locks = Ecosystem.Everything.ToDictionary(
            ecosystem => ecosystem.Name,
            ecosystem => LockedProject.Read(host.Root, project, ecosystem),
            StringComparer.Ordinal);
        return new MapFact(() => Whole(locks), key => Entry(locks, key)).Emit(Root, demand);
    }

    private static Observation Entry(Dictionary<string, Reading<LockedProject>> locks, string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return locks.TryGetValue(key[..Math.Max(colon, 0)], out var reading)
            ? reading.Observe((project, source) => project.Find(key[(colon + 1)..]) is { } library ? new Present(Record(library), source) : new Absent(source))
            : new Unknown(UnknownCause.Unsupported, $"library: `{key}` is not of {string.Join(" or ", locks.Keys.Select(name => $"{name}:"))}");
    }

    private static Observation Whole(Dictionary<string, Reading<LockedProject>> locks)
    {
        var read = locks.Where(item => item.Value is Got<LockedProject>).ToList();
        if (!read.Exists(item => item.Value.Content!.IsLocked))
        {
            return locks.Values.First(reading => reading is not Got<LockedProject>).Observe((_, _) => new Absent());
        }

        var entries = read.SelectMany(
            item => item.Value.Content!.Libraries,
            (item, library) => KeyValuePair.Create($"{item.Key}:{library.Key}", (Observation)new Present(Record(library.Value))));
        var sources = read.Select(item => ((Got<LockedProject>)item.Value).Source);
        return new Present(new MapValue(new FactMap(entries), IsComplete: read.Count == locks.Count), string.Join(", ", sources));
    }

    private static RecordValue Record(LockedLibrary library) => RecordFields.Of(
        ("version", library.Version is { } version && IsSemantic(version)
            ? new Present(new VersionValue(version, VersionScheme.SemVer))
            : new Unknown(UnknownCause.Malformed, $"{library.Name}: not a version of a registry: {library.Version}")));

    private static bool IsSemantic(string version)
    {
        var core = version.AsSpan();
        core = core.IndexOfAny('-', '+') is >= 0 and var end ? core[..end] : core;
        return core.Count('.') == 2 && !core.ContainsAnyExcept(Tools.VersionText.Numbers)
            && !core.StartsWith('.') && !core.EndsWith('.') && core.IndexOf("..") < 0;
    }
}
