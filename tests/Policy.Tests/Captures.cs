using System.Reflection;

namespace Policy.Tests;

/// <summary>Captures of real machines, which do not stand in the repository.</summary>
internal static class Captures
{
    /// <summary>The root of the repository.</summary>
    public static string RepositoryRoot { get; } = typeof(Captures).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The folder of a collection of captures; null if it is not on this machine, and then the test says so and ends.</summary>
    /// <remarks>The variable POLICY_CAPTURES names the folder with the collections; without it, it is <c>../shared/data</c> beside the repository.</remarks>
    public static string? Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("POLICY_CAPTURES") ?? Path.Join(RepositoryRoot, "../shared/data");
        var folder = Path.Join(root, name);
        return IsMissing(folder) ? null : folder;
    }

    /// <summary>Whether a folder outside of the repository is not on this machine; says so, and under CI that is a failure.</summary>
    public static bool IsMissing(string folder)
    {
        if (Directory.Exists(folder))
        {
            return false;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"there is no {folder}");
        Console.WriteLine($"skipped: there is no {folder}");
        return true;
    }
}
