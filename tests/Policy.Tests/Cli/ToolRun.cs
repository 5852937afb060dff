using System.Diagnostics;
using System.Text;

namespace Policy.Tests.Cli;

/// <summary>What a run of the tool left behind.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>The most that any run may take on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The tool.</summary>
    public static string Tool { get; } = Path.Join(AppContext.BaseDirectory, "policy");

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="TimeoutException">It did not end; it is stopped.</exception>
    public static ToolRun Of(ProcessStartInfo start, string input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Feed(process, input);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(start.FileName);
        }

        return new ToolRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult()).Checked();
    }

    private static void Feed(Process process, string input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool may end without reading what it does not need.
        }
    }

    // What holds of every run, whatever it was asked.
    private ToolRun Checked()
    {
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", Output + Error, StringComparison.Ordinal);
        Assert.InRange(ExitCode, 0, 78);
        return this;
    }
}
