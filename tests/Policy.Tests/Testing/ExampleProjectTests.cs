using System.Diagnostics;

namespace Policy.Tests.Testing;

public sealed class ExampleProjectTests
{
    private static readonly string Example = Path.Join(Repository.Root, "tests", "example");

    // The folder of the build that runs: debug or release.
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    [Fact]
    public async Task The_example_project_passes_against_the_packed_packages()
    {
        using var folder = new TemporaryFolder();
        var version = $"0.1.0-test.{Guid.NewGuid():N}";
        Copy(Example, folder.Path, version);

        var packed = await Run(Repository.Root, "pack", "Policy.sln", "--no-build", "-c", Configuration, "-o", Path.Join(folder.Path, "packages"), $"-p:Version={version}", "-nodeReuse:false");
        var tested = await Run(folder.Path, "test", "-nodeReuse:false");

        Assert.True(packed.ExitCode == 0, packed.Output);
        Assert.True(tested.ExitCode == 0, tested.Output);
        Assert.Contains("Passed:     6", tested.Output, StringComparison.Ordinal);
    }

    // The copy takes the packages that were just made, and everything else from where this project has it.
    private static void Copy(string source, string target, string version)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => Path.GetRelativePath(source, file).Split('/') is not ["bin" or "obj", ..]))
        {
            var copy = Path.Join(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file).Replace("Version=\"0.1.0\"", $"Version=\"{version}\"", StringComparison.Ordinal));
        }

        File.WriteAllText(Path.Join(target, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Path.Join(target, "packages")}" />
                <add key="nuget.org" value="https://api.nuget.org/v3/index.json" />
              </packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Join(target, "restored")}" /></config>
              <fallbackPackageFolders><add key="known" value="{Known()}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    private static string Known() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static async Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("NUGET_PACKAGES");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{await output}{await error}");
    }
}
