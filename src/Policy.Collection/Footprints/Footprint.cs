using Policy.Collection.Doors.Machine;
using Policy.Core.Facts;

namespace Policy.Collection.Footprints;

/// <summary>What collecting touches, by what the catalogue says of each fact.</summary>
public static class Footprint
{
    private const string Key = "{key}";
    private const string SearchPath = "PATH";
    private const string Home = "HOME/";
    private const string Project = "PROJECT/";

    /// <summary>What collecting one fact of this host may look at, in order of preference.</summary>
    /// <param name="fact">What the catalogue says.</param>
    /// <param name="key">The wanted key; null if the fact has none or the whole map is wanted.</param>
    /// <param name="options">What the user allows.</param>
    public static IEnumerable<Touch> Of(FactDescription fact, string? key, HostOptions options) =>
        fact.Sources.SelectMany(source => Places(source, key == FactPath.WholeMapKey ? null : key, options)).Select(Touch.Of).OfType<Touch>().Distinct();

    // The collector's own environment says which folders its user searches.
    private static IEnumerable<string> Places(string source, string? key, HostOptions options) => source switch
    {
        SearchPath => Variable(SearchPath).Split(':').Where(folder => folder.StartsWith('/')).Select(folder => folder.Trim('/')).Append("environment"),
        _ when source.StartsWith(Home, StringComparison.Ordinal) => [$"{UserHome()}/{source[Home.Length..]}", "environment"],
        _ when source.StartsWith(Project, StringComparison.Ordinal) => options.Project is { } project ? [$"{project.Trim('/')}/{source[Project.Length..]}"] : [],
        _ => [source.Replace(Key, key?.TrimStart('/') ?? "*", StringComparison.Ordinal)],
    };

    private static string UserHome() => Variable("HOME").Trim('/') is { Length: > 0 } home ? home : "root";

    private static string Variable(string name) => EnvironmentDoor.Ask(name).Content ?? string.Empty;
}
