namespace Policy.Tests.Architecture;

/// <summary>The program's own source files.</summary>
internal static class SourceFiles
{
    /// <summary>The projects of <c>src</c>, by folder name, in ordinal order.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateDirectories(PathOf("src"), "Policy.*").Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>A file or folder of the repository.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Join(Captures.RepositoryRoot, relative));

    /// <summary>The C# files below a folder, without what a build leaves there.</summary>
    public static IReadOnlyList<string> Below(string relative) =>
    [
        .. Directory.EnumerateFiles(PathOf(relative), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A file's path as messages show it.</summary>
    public static string Shown(string file) => Path.GetRelativePath(Captures.RepositoryRoot, file);
}
