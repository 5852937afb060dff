using System.Text;
using System.Text.Json;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;
using Policy.Reporting;
using Policy.Reporting.Changes;
using Policy.Reporting.Results;
using Policy.Reporting.Words;

namespace Policy.Cli.Commands;

/// <summary><c>policy diff</c>: tells what changed between two documents of a kind.</summary>
internal static class DiffCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="old">The older document.</param>
    /// <param name="recent">The newer document.</param>
    /// <param name="output">Where the changes go.</param>
    /// <returns>0 if nothing is worse, 1 if a rule broke, 2 if one is newly undecided.</returns>
    public static int Run(string old, string recent, OutputChoice output)
    {
        var words = new ReportWords(output.Language ?? LanguageSyntax.OfEnvironment());
        var document = new ChangesDocument(Engine.Name, old, recent, Changes(old, recent, words));
        var files = output.Targets.Select(target => (target.Path, Content: Content(document, target.Format, words))).ToList();
        var standard = output.Format is { } format ? Content(document, format, words) : files.Count == 0 ? Summary(document, words, TerminalWindow.Width, TerminalWindow.HasColour) : default;
        files.ForEach(file => OutputFile.Write(file.Path, file.Content.Span));
        StandardOutput.Write(standard.Span);
        return document.Count(ChangeKind.Broken) > 0 ? ExitCode.NonCompliant : document.Count(ChangeKind.Unknown) > 0 ? ExitCode.Undetermined : ExitCode.Compliant;
    }

    private static Sequence<Change> Changes(string old, string recent, ReportWords words)
    {
        using var before = Json(old);
        using var after = Json(recent);
        return (KindOf(before), KindOf(after)) switch
        {
            ("results", "results") => Sound(old, () => ResultChanges.Find(before!.RootElement, after!.RootElement, words)),
            ("facts", "facts") => Sound(old, () => FactChanges.Find(before!.RootElement, after!.RootElement)),
            ("policy", "policy") => PolicyChanges.Find(Policy(old), Policy(recent), words.Language),
            var (left, right) => throw new CommandFailure(ExitCode.BadData, $"{old} is {left} and {recent} is {right}; only documents of one kind can be compared"),
        };
    }

    private static Sequence<Change> Sound(string name, Func<Sequence<Change>> find)
    {
        try
        {
            return find();
        }
        catch (InvalidOperationException)
        {
            throw new CommandFailure(ExitCode.BadData, $"{name}: a string is not Unicode text");
        }
    }

    // What is no JSON is a policy, or is refused as one.
    private static JsonDocument? Json(string name)
    {
        var isJson = Path.GetExtension(name) is ".json" or ".ndjson";
        if (!isJson && !File.Exists(name))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(SavedInput.Read(name), SavedResults.Options);
        }
        catch (JsonException) when (!isJson)
        {
            return null;
        }
        catch (JsonException error)
        {
            throw new CommandFailure(ExitCode.BadData, $"{name}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}: not JSON");
        }
    }

    private static string KindOf(JsonDocument? document) => document is null ? "policy"
        : document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("hosts", out _) ? "results"
        : document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("facts", out _) ? "facts"
        : "neither results nor facts";

    private static PolicyDocument Policy(string name)
    {
        var inputs = new PolicyInputs();
        var documents = inputs.Load([name]);
        inputs.Refuse();
        return documents is [PolicyDocument policy] ? policy : throw new CommandFailure(ExitCode.BadData, $"{name}: no policy, or more than one");
    }

    private static ReadOnlyMemory<byte> Content(ChangesDocument document, OutputFormat format, ReportWords words) => format.Name switch
    {
        "html" => Unwrap(document.Html(words)),
        "markdown" => Unwrap(document.Markdown(words)),
        "json" => document.Json(),
        _ => Summary(document, words, width: 100, hasColour: false),
    };

    private static ReadOnlyMemory<byte> Summary(ChangesDocument document, ReportWords words, int width, bool hasColour)
    {
        var text = new TerminalText(width, hasColour) { Words = words };
        foreach (var (kind, line) in document.Lines(words))
        {
            var indent = line.Length - line.TrimStart(' ').Length;
            if (kind is { } known)
            {
                text.Line(line, known switch { ChangeKind.Broken => Colour.Red, ChangeKind.Unknown => Colour.Yellow, ChangeKind.Fixed => Colour.Green, _ => Colour.Bold });
            }
            else
            {
                text.Wrapped(new string(' ', indent), line[indent..]);
            }
        }

        text.Line(document.Headline(words), Colour.Bold);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static ReadOnlyMemory<byte> Unwrap(Rendering rendering) => rendering is Rendered rendered ? rendered.Utf8 : throw new CommandFailure(ExitCode.Limit, "the changes are too many for one document; try --format json");
}
