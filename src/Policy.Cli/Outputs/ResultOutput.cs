using System.Text;
using Policy.Cli.Commands;
using Policy.Cli.Inputs;
using Policy.Cli.Terminal;
using Policy.Core.Diagnostics;
using Policy.Reporting;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;

namespace Policy.Cli.Outputs;

/// <summary>Writes the results of a run where the command line wants them.</summary>
internal sealed class ResultOutput(CheckRequest request, RunResults results)
{
    private readonly TemplateSource? template = request.Template is { } name
        ? TemplateSource.OfFile(new SourceText(name, Encoding.UTF8.GetString(InputFile.Read(name))))
        : null;

    /// <summary>Makes every document, then writes the files, then standard output: a document that cannot be made leaves no file behind.</summary>
    /// <exception cref="CommandFailure">A template is at fault (65), or an output cannot be written (73, 74).</exception>
    public void Write()
    {
        var documents = request.Outputs.Select(target => (target.Path, Content: Content(target.Format))).ToList();
        var standard = StandardContent();
        foreach (var (path, content) in documents.Where(document => document.Path != "-"))
        {
            OutputFile.Write(path, content.Span);
        }

        foreach (var (_, content) in documents.Where(document => document.Path == "-"))
        {
            StandardOutput.Write(content.Span);
        }

        StandardOutput.Write(standard.Span);
    }

    private ReadOnlyMemory<byte> StandardContent()
    {
        if (request.Format is { } format)
        {
            return Content(format);
        }

        if (request.Outputs.Any(target => target.Path == "-"))
        {
            return default;
        }

        if (template is not null && request.Outputs.Count == 0)
        {
            return Unwrap(Reports.Custom(ResultsWriter.Document(results), template));
        }

        var showsNext = TerminalWindow.IsWatched && request.Outputs.Count == 0;
        return Summary(TerminalWindow.Width, TerminalWindow.HasColour, showsNext);
    }

    private ReadOnlyMemory<byte> Content(OutputFormat format)
    {
        if (template is not null && format == FormatOf(template.Kind))
        {
            return Unwrap(Reports.Custom(ResultsWriter.Document(results), template));
        }

        return format.Machine is { } machine ? machine.Of(results) : format.Name switch
        {
            "terminal" => Summary(width: 100, hasColour: false, showsNext: false),
            "html" => Unwrap(Reports.Html(results)),
            "markdown" => Unwrap(Reports.Markdown(results)),
            "json" => ResultsWriter.Document(results),
            _ => results.Hosts.SelectMany(ResultsWriter.Line).ToArray(),
        };
    }

    /// <summary>The format that a template of a kind stands for.</summary>
    public static OutputFormat FormatOf(TemplateKind kind) => kind switch
    {
        TemplateKind.Html => OutputFormat.Html,
        TemplateKind.Markdown => OutputFormat.Markdown,
        TemplateKind.Text => OutputFormat.Terminal,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ReadOnlyMemory<byte> Summary(int width, bool hasColour, bool showsNext) => Encoding.UTF8.GetBytes(RunSummary.Of(results, width, hasColour, showsNext));

    private ReadOnlyMemory<byte> Unwrap(Rendering rendering)
    {
        switch (rendering)
        {
            case Rendered rendered:
                return rendered.Utf8;
            case NotRendered failed:
                var texts = template is null ? [] : new Dictionary<string, byte[]> { [template.Text.File] = Encoding.UTF8.GetBytes(template.Text.Text) };
                DiagnosticPrinter.Print(Console.Error, failed.Diagnostics, texts);
                throw new CommandFailure(ExitCode.BadData, string.Empty);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
