using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Services;

/// <summary>What a unit's file says of how the unit is started and kept.</summary>
/// <param name="IsMasked">Whether it is a link to nothing or empty, so that the unit can never start.</param>
/// <param name="HasInstall">Whether it says under what it can be enabled; else it is static.</param>
/// <param name="StaysActive">Whether the unit stays active when its last process has ended.</param>
/// <param name="HasSlice">Whether its processes are elsewhere than in <c>system.slice</c>.</param>
internal sealed record UnitFile(bool IsMasked, bool HasInstall, bool StaysActive, bool HasSlice)
{
    private static readonly string[] Installs = ["WantedBy", "RequiredBy", "UpheldBy", "Alias"];

    /// <summary>Reads a file.</summary>
    public static Reading<UnitFile> Read(HostRoot root, string path) => root.Link(path).Content == "/dev/null"
        ? new Got<UnitFile>(new UnitFile(IsMasked: true, HasInstall: false, StaysActive: false, HasSlice: false), path)
        : root.Lines(path) switch
        {
            Missing<string[]> => new Failed<UnitFile>(UnknownCause.Malformed, path, "a link that leads nowhere"),
            var lines => lines.Then(Parse),
        };

    private static UnitFile Parse(string[] lines)
    {
        var settings = lines
            .Select(line => line.Trim())
            .Where(line => line is not ([] or ['#', ..] or [';', ..]) && line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (Name: parts[0], Value: parts[1]))
            .ToList();
        return new UnitFile(
            IsMasked: lines.Length == 0,
            HasInstall: settings.Exists(setting => Installs.Contains(setting.Name) && setting.Value.Length > 0),
            StaysActive: settings.Exists(setting => setting is ("RemainAfterExit", "yes" or "true" or "1" or "on")),
            HasSlice: settings.Exists(setting => setting.Name == "Slice"));
    }
}
