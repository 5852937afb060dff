using System.Text;
using Policy.Authoring;
using Policy.Cli.Outputs;
using Policy.Core.Diagnostics;

namespace Policy.Cli.Terminal;

/// <summary>Prints diagnostics with the line that they are about and a caret below it.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>How much of a long line is shown.</summary>
    private const int MostColumns = 160;

    /// <summary>Prints all of them in their order.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="diagnostics">The complaints.</param>
    /// <param name="texts">The documents by name, as bytes.</param>
    public static void Print(TextWriter writer, Sequence<Diagnostic> diagnostics, IReadOnlyDictionary<string, byte[]> texts)
    {
        var lines = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            var place = ParameterChoice.IsPlace(diagnostic.Span) ? diagnostic.Span.File : $"{diagnostic.Span}";
            var severity = Painted(LintJson.Word(diagnostic.Code.Severity), diagnostic.Code.Severity == DiagnosticSeverity.Error ? Colour.Red : Colour.Yellow);
            writer.WriteLine($"{Plain.Text(place)}: {severity} {diagnostic.Code.Id}: {Plain.Text(diagnostic.Message)}");
            if (Line(diagnostic.Span, texts, lines) is { } line)
            {
                Excerpt(writer, diagnostic.Span, line);
            }

            if (diagnostic.Help is not null)
            {
                writer.WriteLine($"  help: {Plain.Text(diagnostic.Help)}");
            }
        }
    }

    private static string Painted(string word, Colour colour) => TerminalWindow.HasErrorColour ? $"\u001b[{(int)colour}m{word}\u001b[0m" : word;

    private static string? Line(SourceSpan span, IReadOnlyDictionary<string, byte[]> texts, Dictionary<string, string[]> lines)
    {
        if (!texts.TryGetValue(span.File, out var bytes))
        {
            return null;
        }

        if (!lines.TryGetValue(span.File, out var split))
        {
            lines.Add(span.File, split = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'));
        }

        return span.Line <= split.Length ? split[span.Line - 1] : null;
    }

    private static void Excerpt(TextWriter writer, SourceSpan span, string line)
    {
        var number = $"{span.Line}";
        var start = Math.Max(0, Math.Min(span.Column - 1, line.Length) - (MostColumns / 2));
        var shown = line.Length - start > MostColumns ? line.Substring(start, MostColumns) : line[start..];
        var before = shown[..Math.Min(Math.Max(0, span.Column - 1 - start), shown.Length)];
        var length = Math.Max(1, Math.Min(span.Length, shown.Length - before.Length));
        writer.WriteLine($"  {number} | {Plain.Text(shown)}");
        writer.WriteLine($"  {new string(' ', number.Length)} | {new string(' ', Plain.Cells(before))}{new string('^', Math.Max(1, Plain.Cells(Slice(shown, before.Length, length))))}");
    }

    private static string Slice(string text, int start, int length) => start >= text.Length ? " " : text.Substring(start, Math.Min(length, text.Length - start));
}
