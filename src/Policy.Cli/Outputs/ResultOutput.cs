using Policy.Cli.Terminal;
using Policy.Reporting;
using Policy.Reporting.Templates;

namespace Policy.Cli.Outputs;

/// <summary>Writes results where the command line wants them.</summary>
internal sealed class ResultOutput(OutputChoice choice, ResultSource source)
{
    /// <summary>Makes every document, then writes the files, then standard output: a document that cannot be made leaves no file behind.</summary>
    /// <exception cref="CommandFailure">Results or a template are at fault (65), a template takes too much (78), or an output cannot be written (73, 74).</exception>
    public void Write()
    {
        var documents = choice.Targets.Select(target => (target.Path, Content: Content(target.Format))).ToList();
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

    /// <summary>The format that a template of a kind stands for.</summary>
    public static OutputFormat FormatOf(TemplateKind kind) => kind switch
    {
        TemplateKind.Html => OutputFormat.Html,
        TemplateKind.Markdown => OutputFormat.Markdown,
        TemplateKind.Text => OutputFormat.Terminal,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ReadOnlyMemory<byte> StandardContent()
    {
        if (choice.Format is { } format)
        {
            return Content(format);
        }

        if (choice.Targets.Any(target => target.Path == "-"))
        {
            return default;
        }

        if (choice is { Template: { } template, Targets.Count: 0 })
        {
            return ForeignTemplate.Render(template, source.ForReaders, source.Language);
        }

        var showsNext = TerminalWindow.IsWatched && choice.Targets.Count == 0;
        return source.Summary(TerminalWindow.Width, TerminalWindow.HasColour, showsNext) ?? (choice.Targets.Count == 0 ? Content(OutputFormat.Markdown) : default);
    }

    private ReadOnlyMemory<byte> Content(OutputFormat format)
    {
        if (choice.Template is { } template && format == FormatOf(TemplateSource.KindOf(template)))
        {
            return ForeignTemplate.Render(template, source.ForReaders, source.Language);
        }

        return format.Machine is { } machine ? Unwrap(Reports.Machine(source.ForMachines, machine)) : format.Name switch
        {
            "terminal" => source.Summary(width: 100, hasColour: false, showsNext: false) ?? Content(OutputFormat.Markdown),
            "html" => Unwrap(Reports.Html(source.ForReaders, source.Language)),
            "markdown" => Unwrap(Reports.Markdown(source.ForReaders, source.Language)),
            "comment" => Unwrap(Reports.Comment(source.ForReaders, source.Language)),
            "json" => Unwrap(Reports.Json(source.ForMachines)),
            _ => Unwrap(Reports.Lines(source.ForMachines)),
        };
    }

    private static ReadOnlyMemory<byte> Unwrap(Rendering rendering)
    {
        switch (rendering)
        {
            case Rendered rendered:
                return rendered.Utf8;
            case NotRendered failed:
                DiagnosticPrinter.Print(Console.Error, failed.Diagnostics, new Dictionary<string, byte[]>());
                throw new CommandFailure(ExitCode.BadData, string.Empty);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
