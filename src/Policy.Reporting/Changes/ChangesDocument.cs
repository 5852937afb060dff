using System.Text;
using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;
using Policy.Reporting.Words;

namespace Policy.Reporting.Changes;

/// <summary>What changed between two documents, for readers and machines.</summary>
/// <param name="Engine">The program.</param>
/// <param name="Old">The name of the older document.</param>
/// <param name="Recent">The name of the newer document.</param>
/// <param name="Changes">The changes.</param>
public sealed record ChangesDocument(string Engine, string Old, string Recent, Sequence<Change> Changes)
{
    /// <summary>How much changed, in a line.</summary>
    public string Headline(ReportWords words) => Changes.Count == 0 ? words.Say("diff.same")
        : Changes.Any(change => change.Severity.Length > 0 && change.Host.Length > 0) ? words.Say("diff.counts", $"{Count(ChangeKind.Fixed)}", $"{Count(ChangeKind.Broken)}", $"{Count(ChangeKind.Unknown)}")
        : words.Say("diff.changes", $"{Changes.Count}");

    /// <summary>How many changes of a kind there are.</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);

    /// <summary>One self-contained HTML page.</summary>
    public Rendering Html(ReportWords words) => TemplateRenderer.Render(ShippedTemplates.HtmlOfChanges, ChangesModel.Of(this, words), words);

    /// <summary>Markdown for GitHub and GitLab.</summary>
    public Rendering Markdown(ReportWords words) => TemplateRenderer.Render(ShippedTemplates.MarkdownOfChanges, ChangesModel.Of(this, words), words);

    /// <summary>Lines for a terminal, the worst last.</summary>
    public IEnumerable<(ChangeKind? Kind, string Text)> Lines(ReportWords words)
    {
        foreach (var group in ChangesModel.Groups(Changes).Reverse())
        {
            yield return (group.Key, $"{words.Say(ChangesModel.KeyOf(group.Key))} ({group.Count()})");
            foreach (var change in group)
            {
                yield return (null, $"  {change.Host}{(change.Host.Length > 0 ? "  " : string.Empty)}{change.Name}: {Between(change.From, change.To)}");
                foreach (var flip in change.Flips)
                {
                    yield return (null, $"    {flip.Path}: {Between(flip.From, flip.To)}");
                }

                if (change.Why.Count > 0)
                {
                    yield return (null, $"    {string.Join(words.Say("comma_between"), change.Why.Select(reason => words.Say($"diff.why.{reason}")))}");
                }
            }
        }
    }

    /// <summary>The changes as JSON.</summary>
    public byte[] Json()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", 1);
            writer.WriteString("engine", Engine);
            writer.WriteText("old", Old);
            writer.WriteText("recent", Recent);
            writer.WriteStartArray("changes");
            foreach (var change in Changes)
            {
                Write(writer, change);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Change change)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", change.Kind.Name());
        (string Name, string Text)[] texts = [("host", change.Host), ("name", change.Name), ("title", change.Title), ("severity", change.Severity), ("from", change.From), ("to", change.To)];
        foreach (var (name, text) in texts)
        {
            writer.WriteText(name, text);
        }

        writer.WriteStartArray("facts");
        foreach (var flip in change.Flips)
        {
            writer.WriteStartObject();
            writer.WriteText("fact", flip.Path);
            writer.WriteText("from", flip.From);
            writer.WriteText("to", flip.To);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteTexts("why", change.Why);
        writer.WriteEndObject();
    }

    private static string Between(string from, string to) => new StringBuilder(from).Append(from.Length > 0 && to.Length > 0 ? " → " : string.Empty).Append(to).ToString();
}
