using System.Text;
using Policy.Cli.Commands;
using Policy.Cli.Terminal;
using Policy.Reporting.Results;

namespace Policy.Cli.Outputs;

/// <summary>Writes the results of a run where the command line wants them.</summary>
internal sealed class ResultOutput(CheckRequest request, RunResults results)
{
    /// <summary>Writes the files, then standard output.</summary>
    public void Write()
    {
        foreach (var target in request.Outputs)
        {
            var content = Content(target.Format);
            if (target.Path == "-")
            {
                StandardOutput.Write(content);
            }
            else
            {
                OutputFile.Write(target.Path, content);
            }
        }

        if (request.Format is { } format)
        {
            StandardOutput.Write(Content(format));
        }
        else if (!request.Outputs.Any(target => target.Path == "-"))
        {
            var showsNext = TerminalWindow.IsWatched && request.Outputs.Count == 0;
            StandardOutput.Write(Encoding.UTF8.GetBytes(RunSummary.Of(results, TerminalWindow.Width, TerminalWindow.HasColour, showsNext)));
        }
    }

    private byte[] Content(OutputFormat format) => format.Name switch
    {
        "terminal" => Encoding.UTF8.GetBytes(RunSummary.Of(results, 100, hasColour: false, showNext: false)),
        "json" => ResultsWriter.Document(results),
        "ndjson" => [.. results.Hosts.SelectMany(ResultsWriter.Line)],
        _ => throw new NotSupportedException(format.Name),
    };
}
