using System.Diagnostics;

namespace Policy.Tests.LanguageServer;

/// <summary>The npm packages that tests compare with, at the versions of <c>node/package-lock.json</c>.</summary>
/// <remarks>They are installed once, below <c>artifacts</c>. POLICY_WITHOUT_NODE=1 says that they cannot be had here.</remarks>
internal static class NodePackages
{
    private static readonly Lazy<string?> Installed = new(Install);

    /// <summary>The folder with the packages and the scripts; null, after saying so, where Node.js or its registry is not at hand.</summary>
    public static string? Folder
    {
        get
        {
            if (Installed.Value is null)
            {
                Assert.False(Environment.GetEnvironmentVariable("CI") == "true" && !IsGivenUp, "Node.js and npm, or the npm registry, are not at hand");
                Console.WriteLine("skipped: Node.js and npm, or the npm registry, are not at hand");
            }

            return Installed.Value;
        }
    }

    private static bool IsGivenUp => Environment.GetEnvironmentVariable("POLICY_WITHOUT_NODE") == "1";

    /// <summary>Runs a script of the folder to its end.</summary>
    /// <returns>Its standard output.</returns>
    public static string Run(string folder, string script, params string[] words)
    {
        var (code, output) = Run("node", [Path.Join(folder, script), .. words], folder) ?? throw new FileNotFoundException("node");
        Assert.True(code == 0, output);
        return output;
    }

    private static string? Install()
    {
        var from = Path.Join(Captures.RepositoryRoot, "tests/Policy.Tests/LanguageServer/node");
        var to = Directory.CreateDirectory(Path.Join(Captures.RepositoryRoot, "artifacts/node")).FullName;
        var (wanted, done) = (File.ReadAllText(Path.Join(from, "package-lock.json")), Path.Join(to, "installed.lock"));
        Directory.GetFiles(from).ToList().ForEach(file => File.Copy(file, Path.Join(to, Path.GetFileName(file)), overwrite: true));
        if (File.Exists(done) && File.ReadAllText(done) == wanted && Run("node", ["--version"], to) is { ExitCode: 0 })
        {
            return to;
        }

        if (IsGivenUp || Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], to) is not { ExitCode: 0 })
        {
            return null;
        }

        File.WriteAllText(done, wanted);
        return to;
    }

    private static (int ExitCode, string Output)? Run(string program, string[] words, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
