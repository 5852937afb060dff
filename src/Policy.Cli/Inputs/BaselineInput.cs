using Policy.Cli.Terminal;
using Policy.Core.Findings;
using Policy.Reporting.Results;

namespace Policy.Cli.Inputs;

/// <summary>Reads the results that a run is compared with.</summary>
internal static class BaselineInput
{
    /// <summary>The baseline of a file.</summary>
    /// <exception cref="CommandFailure">It is not there (66) or no results (65).</exception>
    public static Baseline Read(string file)
    {
        var bytes = InputFile.Read(file);
        var read = BaselineReader.Read(file, bytes);
        if (read.Value is { } baseline)
        {
            return baseline;
        }

        DiagnosticPrinter.Print(Console.Error, read.Diagnostics, new Dictionary<string, byte[]> { [file] = bytes });
        throw new CommandFailure(ExitCode.BadData, string.Empty);
    }
}
