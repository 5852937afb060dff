using System.Diagnostics;
using System.Globalization;
using Policy.Core.Prose;

namespace Policy.Cli.Outputs;

/// <summary>Renders a template of the user's own in a process of its own, which is ended where it takes too much time or memory.</summary>
internal static class ForeignTemplate
{
    /// <summary>The verb of that process.</summary>
    public const string Verb = "render-template";

    private const long MostBytes = 1L << 30;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    /// <summary>The document.</summary>
    /// <param name="template">The file of the template.</param>
    /// <param name="results">The results as JSON.</param>
    /// <param name="language">The language; null for that of the results.</param>
    /// <exception cref="CommandFailure">The template cannot be read (66), is at fault (65), or takes too much (78).</exception>
    public static ReadOnlyMemory<byte> Render(string template, ReadOnlyMemory<byte> results, Language? language)
    {
        using var process = Process.Start(Command(template, language))!;
        var document = ReadAsync(process.StandardOutput.BaseStream);
        var complaint = process.StandardError.ReadToEndAsync();
        var feeding = FeedAsync(process.StandardInput.BaseStream, results);
        if (!process.WaitForExit(MostTime))
        {
            process.Kill(entireProcessTree: true);
            throw new CommandFailure(ExitCode.Limit, $"{template}: the template takes more than {MostTime.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds");
        }

        Task.WaitAll(document, complaint, feeding);
        return process.ExitCode switch
        {
            ExitCode.Compliant => document.Result,
            ExitCode.BadData or ExitCode.NoInput => throw Told(process.ExitCode, complaint.Result),
            _ => throw new CommandFailure(ExitCode.Limit, $"{template}: the template takes more than {MostBytes >> 20} MiB of memory, or ends its process otherwise"),
        };
    }

    // What the process said is said once more as it is.
    private static CommandFailure Told(int exitCode, string complaint)
    {
        Console.Error.Write(complaint);
        return new CommandFailure(exitCode, string.Empty);
    }

    private static ProcessStartInfo Command(string template, Language? language)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "policy.dll"));
        }

        string[] arguments = language is null ? [Verb, template] : [Verb, template, "--lang", language.Tag];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = MostBytes.ToString("x", CultureInfo.InvariantCulture);
        return start;
    }

    private static async Task<byte[]> ReadAsync(Stream output)
    {
        using var document = new MemoryStream();
        await output.CopyToAsync(document).ConfigureAwait(false);
        return document.ToArray();
    }

    private static async Task FeedAsync(Stream input, ReadOnlyMemory<byte> results)
    {
        try
        {
            await using (input.ConfigureAwait(false))
            {
                await input.WriteAsync(results).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // It ended before it read all; its exit code tells why.
        }
    }
}
