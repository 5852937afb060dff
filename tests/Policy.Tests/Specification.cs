namespace Policy.Tests;

/// <summary>The specification, which does not stand in the repository.</summary>
internal static class Specification
{
    /// <summary>A folder of the specification; null if it is not on this machine, and then the test says so and ends.</summary>
    /// <remarks>The variable POLICY_SPEC names the specification; without it, it is <c>../shared/spec</c> beside the repository.</remarks>
    public static string? Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("POLICY_SPEC") ?? Path.Join(Captures.RepositoryRoot, "../shared/spec");
        var folder = Path.Join(root, name);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"no specification in {folder}");
        Console.WriteLine($"skipped: no specification in {folder}");
        return null;
    }
}
