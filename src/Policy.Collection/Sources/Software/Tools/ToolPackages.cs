using Policy.Collection.Sources.Software.Packages;

namespace Policy.Collection.Sources.Software.Tools;

/// <summary>Finds the package that holds a tool.</summary>
internal static class ToolPackages
{
    /// <summary>The first of the tool's packages that is installed, and its database.</summary>
    /// <param name="inventory">What is installed.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="program">Its program, whose name's version chooses among packages; null if it was not found, then the highest counts.</param>
    public static (InstalledPackage Package, PackageDatabase Database)? Find(PackageInventory inventory, Tool tool, FoundProgram? program)
    {
        foreach (var pattern in tool.Packages)
        {
            var told = program is null ? null : tool.PackageVersion(program);
            if (Find(inventory, pattern, told) is var (package, database) && VersionText.Upstream(package.Version) is not null)
            {
                return (package, database);
            }
        }

        return null;
    }

    private static (InstalledPackage Package, PackageDatabase Database)? Find(PackageInventory inventory, string pattern, string? told)
    {
        var at = pattern.AsSpan().IndexOfAny('#', '@');
        if (at < 0)
        {
            return inventory.Find(pattern);
        }

        if (told is { Length: > 0 })
        {
            var version = pattern[at] == '@' ? told.Replace(".", string.Empty, StringComparison.Ordinal) : told;
            return inventory.Find(string.Concat(pattern.AsSpan(0, at), version, pattern.AsSpan(at + 1)));
        }

        var matches = inventory.Databases
            .SelectMany(database => database.Packages.Items, (database, item) => (item.Key, Package: item.Value, Database: database))
            .Where(item => Matches(item.Key, pattern, at))
            .OrderByDescending(item => item.Package.Version, VersionOrder.Instance)
            .ToList();

        // Which of several a program without a version in its name belongs to cannot be told.
        return matches.Count == 1 || (matches.Count > 1 && told is null) ? (matches[0].Package, matches[0].Database) : null;
    }

    private static bool Matches(ReadOnlySpan<char> key, ReadOnlySpan<char> pattern, int at)
    {
        var (start, end) = (pattern[..at].ToString(), pattern[(at + 1)..].ToString());
        return key.Length > start.Length + end.Length
            && key.StartsWith(start, StringComparison.Ordinal)
            && key.EndsWith(end, StringComparison.Ordinal)
            && !key[start.Length..^end.Length].ContainsAnyExcept(VersionText.Numbers);
    }
}
