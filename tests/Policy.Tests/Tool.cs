using System.Diagnostics;

namespace Policy.Tests;

/// <summary>Runs the tool as its users do: as a process.</summary>
/// <remarks>The one that was built beside the tests, or the one that POLICY_EXECUTABLE names.</remarks>
internal static class Tool
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("POLICY_EXECUTABLE") ?? Path.Join(AppContext.BaseDirectory, "policy");

    /// <summary>Runs it without standard input.</summary>
    public static ToolRun Run(params IReadOnlyList<string> arguments) => RunIn(Repository.Root, arguments);

    /// <summary>Runs it in a folder.</summary>
    public static ToolRun RunIn(string folder, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolRun(process.ExitCode, output, error.Result);
    }
}

/// <summary>How a run ended and what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error);
