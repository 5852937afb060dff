using Policy.Cli.Commands;
using Policy.Reporting.Results;

namespace Policy.Cli.Outputs;

/// <summary>Writes the results of a run where the command line wants them.</summary>
internal sealed class ResultOutput(CheckRequest request, RunResults results)
{
    /// <summary>Writes the files, then standard output.</summary>
    public void Write(Outcome outcome)
    {
        foreach (var target in request.Outputs)
        {
            var content = Content(target.Format, outcome);
            if (target.Path == "-")
            {
                StandardOutput.Write(content);
            }
            else
            {
                OutputFile.Write(target.Path, content);
            }
        }

        StandardOutput.Write(Content(request.Format ?? OutputFormat.Terminal, outcome));
    }

    private byte[] Content(OutputFormat format, Outcome outcome) => format.Name switch
    {
        "json" => ResultsWriter.Document(results),
        "ndjson" => [.. results.Hosts.SelectMany(ResultsWriter.Line)],
        _ => throw new NotSupportedException(format.Name),
    };
}
