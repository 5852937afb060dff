using Policy.Collection.Captures;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The libraries that a project's lock files pin.</summary>
internal static class LibraryFacts
{
    private const string Root = "library";

    private static readonly RecordType Type = new(
    [
        new FactField(
            "version",
            new VersionType(VersionScheme.SemVer),
            "The pinned version; of several the one that the project itself gets, else the highest. Unknown where it is none of Semantic Versioning, "
                + "as many of pip and gem, and of a library that does not come from a registry"),
        new FactField("dotted", new VersionType(VersionScheme.Dotted), "The same version, compared as numbers joined by dots"),
        new FactField("all_versions", new ListType(new VersionType(VersionScheme.Dotted)), "Every version that the project gets, the one that counts first"),
    ]);

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "libraries",
        [
            FactDescription.Of(
                "library(*)",
                new MapType("name", Type),
                "A library of the project folder under ecosystem:name, such as npm:express or pip:requests; the ecosystems are npm, cargo, pip, go, "
                    + "composer, gem and nuget. Lock files tell, and without one what is installed in the project. Absent means: the lock file or the "
                    + "installed tree does not have it, or the project is none of that ecosystem. Unknown without a project folder, without a lock "
                    + "file, and where requirements.txt or an older go.mod does not name what is needed in turn.",
                [.. Places()]),
        ],
        Read);

    private static IEnumerable<string> Places() =>
        Ecosystem.Everything.SelectMany(ecosystem => ecosystem.LockFiles).Select(file => file.Name)
            .Concat(["node_modules/*/package.json", ".venv/lib", "venv/lib", "env/lib"])
            .Select(name => $"PROJECT/{name}");

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

        var asked = demand.Keys(Root).Select(key => key.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var locks = Ecosystem.Everything
            .Where(ecosystem => demand.WantsAll(Root) || asked.Contains(ecosystem.Name))
            .ToDictionary(ecosystem => ecosystem, ecosystem => LockedProject.Read(host.Root, project, ecosystem));
        return new MapFact(() => Whole(locks), key => Entry(locks, key)).Emit(Root, demand);
    }

    private static Observation Entry(Dictionary<Ecosystem, Reading<LockedProject>> locks, string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (Ecosystem.Everything.FirstOrDefault(item => item.Name == key[..Math.Max(colon, 0)]) is not { } ecosystem)
        {
            return new Unknown(
                UnknownCause.Unsupported,
                $"library: `{key}` is not of {string.Join(" or ", Ecosystem.Everything.Select(item => $"{item.Name}:"))}");
        }

        return locks[ecosystem].Observe((project, source) => (project.Find(ecosystem.Normalize(key[(colon + 1)..])), project.IsComplete) switch
        {
            ({ } versions, _) => new Present(Record(versions), source),
            (_, true) => new Absent(source),
            _ => new Unknown(UnknownCause.MissingSource, $"{source}: does not name everything that is used"),
        });
    }

    private static Observation Whole(Dictionary<Ecosystem, Reading<LockedProject>> locks)
    {
        var read = locks.Where(item => item.Value is Got<LockedProject>).ToList();
        if (!read.Exists(item => item.Value.Content!.IsLocked))
        {
            return locks.Values.First(reading => reading is not Got<LockedProject>).Observe((_, _) => new Absent());
        }

        var entries = read.SelectMany(
            item => item.Value.Content!.Libraries,
            (item, library) => KeyValuePair.Create($"{item.Key.Name}:{library.Key}", (Observation)new Present(Record(library.Value))));
        var sources = read.Select(item => ((Got<LockedProject>)item.Value).Source).Distinct(StringComparer.Ordinal);
        var isComplete = read.Count == locks.Count && read.TrueForAll(item => item.Value.Content!.IsComplete);
        return new Present(new MapValue(new FactMap(entries), isComplete), string.Join(", ", sources));
    }

    private static RecordValue Record(LockedLibrary[] versions) => RecordFields.Of(
        ("version", Version(versions[0], VersionScheme.SemVer)),
        ("dotted", Version(versions[0], VersionScheme.Dotted)),
        ("all_versions", Answer.Of(versions.Select(library => Version(library, VersionScheme.Dotted)))));

    private static Observation Version(LockedLibrary library, VersionScheme scheme) =>
        library.Version is { } version && version.All(letter => letter is > ' ' and <= '~') && Core.Facts.Versions.VersionOrder.CanRead(scheme, version)
            ? new Present(new VersionValue(version, scheme))
            : new Unknown(UnknownCause.Malformed, $"{library.Name}: not a version of a registry: {UrlCredentials.Remove(library.Version ?? string.Empty)}");
}
