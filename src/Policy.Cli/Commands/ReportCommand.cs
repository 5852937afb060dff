using Policy.Cli.Inputs;
using Policy.Cli.Outputs;

namespace Policy.Cli.Commands;

/// <summary><c>policy report</c>: renders saved results.</summary>
internal static class ReportCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="name">The results.</param>
    /// <param name="output">Where the reports go.</param>
    /// <returns>0.</returns>
    public static int Run(string name, OutputChoice output)
    {
        new ResultOutput(output, new ReadResults(SavedInput.ReadResults(name), output.Language)).Write();
        return ExitCode.Compliant;
    }
}
