using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The database of pacman: a folder a package, with a file <c>desc</c> of lines <c>%NAME%</c> and their values.</summary>
internal static class PacmanDatabase
{
    /// <summary>The line of the table.</summary>
    public static readonly PackageManager Definition = new("pacman", "pacman", Folder, Read) { Programs = ProgramOwners.OfPacman };

    /// <summary>A folder for each package.</summary>
    public const string Folder = "var/lib/pacman/local";

    private static Reading<PackageMap> Read(HostRoot root)
    {
        var names = root.Names(Folder);
        var packages = new List<InstalledPackage>();
        foreach (var name in names.Content ?? [])
        {
            var lines = root.Lines($"{Folder}/{name}/desc");
            if (lines is Failed<string[]> failed)
            {
                return new Failed<PackageMap>(failed.Cause, failed.Source, failed.Detail);
            }

            // Beside the folders stands a file with the format's version.
            if (lines is Got<string[]> got)
            {
                if (Parse(got.Value) is not { } package)
                {
                    return new Failed<PackageMap>(UnknownCause.Malformed, got.Source, "no name or version");
                }

                packages.Add(package);
            }
        }

        return names.Then(_ => new PackageMap(packages, '.'));
    }

    private static InstalledPackage? Parse(string[] lines) =>
        (Value(lines, "%NAME%"), Value(lines, "%VERSION%")) is ({ } name, { } version) ? new InstalledPackage(name, version, Value(lines, "%ARCH%")) : null;

    private static string? Value(string[] lines, string heading)
    {
        var at = Array.FindIndex(lines, line => line.AsSpan().Trim().SequenceEqual(heading));
        var value = at >= 0 && at + 1 < lines.Length ? lines[at + 1].Trim() : string.Empty;
        return value.Length > 0 ? value : null;
    }
}
