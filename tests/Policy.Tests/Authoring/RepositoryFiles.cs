using System.Reflection;

namespace Policy.Tests.Authoring;

/// <summary>Files of the repository, and of the specification beside it.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = typeof(RepositoryFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == "RepositoryRoot").Value!;

    /// <summary>A file or folder of the repository.</summary>
    public static string Path(string relative) => System.IO.Path.Join(Root, relative);

    /// <summary>A folder of the specification; null where it is not at hand.</summary>
    public static string? Specification(string relative)
    {
        var data = Environment.GetEnvironmentVariable("POLICY_CAPTURES") ?? Path("../shared/data");
        var folder = System.IO.Path.Join(data, "../spec", relative);
        return Directory.Exists(folder) ? folder
            : Environment.GetEnvironmentVariable("CI") == "true" ? throw new DirectoryNotFoundException(folder)
            : null;
    }
}
