using Policy.Collection.Sources.Kernel;
using Policy.Collection.Sources.Software.Packages;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Tools;

/// <summary>The programs that a policy names.</summary>
internal static class ToolFacts
{
    private static readonly FactDescription Tools = FactDescription.Of(
        "tool(*)",
        new MapType("name", new RecordType(
        [
            new FactField("path", new StringType(), "The program that the host would start"),
            new FactField("paths", new ListType(new StringType()), "Every program of that name, in the order in which they are found"),
            new FactField("target", new StringType(), "The file behind all links of the first one"),
            new FactField("mode", new StringType(), "Permission bits of that file in four octal digits, such as 0755"),
            new FactField("size", new NumberType(FactUnit.Size), "Of that file"),
            new FactField("version", new VersionType(VersionScheme.Dotted), "Of the package that owns it, without epoch and revision, or what its "
                + "place tells; unknown if neither does, and of a shim, because no program is started"),
            new FactField("package", new StringType(), "The package of the host's package manager that owns it, or the link to it where the file stands "
                + "in no folder of programs; absent if none does"),
            new FactField("manager", new StringType(), "Who brought it: a package manager such as dpkg, or snap, nix, npm, pyenv, rustup and the like; "
                + "absent if its place tells nobody and no package owns it"),
            new FactField("shim", new BooleanType(), "Whether it only chooses the version that runs, by the folder in which it is started"),
        ])),
        "A program by its name; only names that a policy has. Absent means: neither PATH nor the usual folders have it. No program is started.",
        [.. ProgramSearch.Places, "var/lib/dpkg/info", "snap", .. PackageManager.Places]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition =
        new("tools", [Tools], (host, demand) => EntryMap.Endless(Tools.Path, name => Find(host, name)).Emit(demand));

    private static Observation Find(Host host, string name)
    {
        if (name.Length == 0 || name.Contains('/', StringComparison.Ordinal) || name is "." or "..")
        {
            return new Unknown(UnknownCause.Unsupported, $"tool: `{name}` is not the name of a program");
        }

        var search = ProgramSearch.Of(host);
        var programs = search.Find(name).ToList();
        return programs.Count > 0 ? Record(host, programs) : search.Gap as Observation ?? new Absent("PATH");
    }

    private static Observation Record(Host host, List<FoundProgram> programs)
    {
        var program = programs[0];
        var manager = ToolOrigin.Of(host.Root, program);
        var isListed = ProgramOwners.HoldsPrograms(program.Folder);
        var owner = manager is { Name: not "snap" and not "npm" } ? new Missing<(InstalledPackage Package, PackageDatabase Database)>(program.Target)
            : ProgramOwners.Find(host, isListed ? program.Target : program.Path);
        var entry = host.Root.Entry(program.Target);
        return Answer.Of(
            program.Path,
            ("path", Answer.Of($"/{program.Path}")),
            ("paths", Answer.Of(programs.Select(item => $"/{item.Path}"))),
            ("target", Answer.Of($"/{program.Target}")),
            ("mode", MapFact.Inside(entry.Observe((found, _) => Answer.Of(Convert.ToString(found.Mode, 8).PadLeft(4, '0'))))),
            ("size", MapFact.Inside(entry.Observe((found, _) => Answer.Of(found.Size)))),
            ("version", Version(manager, isListed ? owner.Content.Package : null, program)),
            ("package", MapFact.Inside(OfOwner(owner, isListed, found => found.Package.Name))),
            ("manager", manager is null ? MapFact.Inside(OfOwner(owner, isListed, found => found.Database.Manager.Name)) : Answer.Of(manager.Name)),
            ("shim", Answer.Of(manager is { IsShim: true })));
    }

    // Only programs in the usual folders are looked up by the file behind the links; of others it is not known that no package owns them.
    private static Observation OfOwner(
        Reading<(InstalledPackage Package, PackageDatabase Database)> owner,
        bool isListed,
        Func<(InstalledPackage Package, PackageDatabase Database), string> name) => owner switch
        {
            Missing<(InstalledPackage Package, PackageDatabase Database)> missing =>
                isListed ? new Absent() : new Unknown(UnknownCause.Unsupported, $"{missing.Source}: leads out of the folders of programs"),
            _ => owner.Observe((found, _) => Answer.Of(name(found))),
        };

    private static Observation Version(ToolOrigin? manager, InstalledPackage? package, FoundProgram program)
    {
        var version = manager is null ? VersionText.Upstream(package?.Version) : manager.Version;
        return version is [>= '0' and <= '9', ..] && version.All(letter => letter is > ' ' and <= '~')
            ? new Present(new VersionValue(version, VersionScheme.Dotted))
            : new Unknown(UnknownCause.MissingSource, $"nothing tells the version of {program.Path}");
    }
}
