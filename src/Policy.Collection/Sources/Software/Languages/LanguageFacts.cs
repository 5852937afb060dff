using Policy.Collection.Sources.Software.Packages;
using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>The languages whose compiler or interpreter a host has.</summary>
internal static class LanguageFacts
{
    private const string Language = "language";

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "languages",
        [
            FactDescription.Of(
                "language(*)",
                new MapType("name", new RecordType(
                [
                    new FactField("version", new VersionType(VersionScheme.Dotted), "Of the program that PATH finds first; of dotnet the highest SDK, "
                        + "else the highest runtime; outside of any project's own choice"),
                    new FactField("path", new StringType(), "The program that PATH finds, with its links not followed; absent if only the package was found"),
                    new FactField("all_versions", new ListType(new VersionType(VersionScheme.Dotted)), "The highest first: that version, and those that "
                        + "stand beside it in folders of version managers in the collector's home, of Java machines, .NET SDKs and compilers"),
                ])),
                "A compiler or interpreter: python, node, rust, go, php, java, dotnet, ruby, perl, gcc, clang. Absent means: neither PATH, nor the "
                    + "usual folders, nor the package database has it. Versions come from files; a program is started only where no file tells.",
                [.. Places()]),
        ],
        Read);

    private static IEnumerable<string> Places() => ProgramSearch.Places
        .Concat(PackageManager.Places)
        .Concat(VersionFolders.Places)
        .Concat(InstalledTool.Commands(LanguageTools.Everything))
        .Concat(
        [
            "usr/include/python*/patchlevel.h", "usr/include/node/node_version.h", "usr/local/include", "usr/local/lib", "usr/local/go/VERSION",
            "HOME/.rustup", "HOME/.pyenv", "usr/lib/jvm",
        ]);

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        var names = LanguageTools.Everything.Select(tool => tool.Name).ToList();
        return demand.Wants(Language)
            ? MapFact.OfTable(Language, names, demand, name => Entry(host, demand, LanguageTools.Everything.First(tool => tool.Name == name)))
            : [];
    }

    private static Observation Entry(Host host, Demand demand, Tool tool)
    {
        var (found, otherwise) = InstalledTool.Of(host, tool, demand.WantsField(Language, tool.Name, "version"));
        return found is null ? otherwise : new Present(
            RecordFields.Of(("version", found.Version), ("path", found.Path), ("all_versions", AllVersions(host, tool, found))),
            found.Source);
    }

    private static Observation AllVersions(Host host, Tool tool, InstalledTool found)
    {
        var own = found.Version is Present { Value: VersionValue version } ? new[] { version.Text } : [];
        var all = VersionFolders.Of(host, tool.Name)
            .Concat(own)
            .Where(text => text.All(letter => letter is > ' ' and <= '~'))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        // A folder may name only the first number of the version that is in it.
        return Answer.Of(all
            .Where(text => !all.Exists(other => other.StartsWith($"{text}.", StringComparison.Ordinal)))
            .OrderDescending(VersionOrder.Instance)
            .Select(text => (Observation)new Present(new VersionValue(text, VersionScheme.Dotted))));
    }
}
