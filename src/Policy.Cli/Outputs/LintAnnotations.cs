using System.Text;
using Policy.Cli.Terminal;
using Policy.Core.Diagnostics;

namespace Policy.Cli.Outputs;

/// <summary>Writes complaints as workflow commands, which GitHub shows beside the lines of a change.</summary>
internal static class LintAnnotations
{
    /// <summary>One line for each complaint.</summary>
    public static byte[] Write(LintReport report) => Encoding.UTF8.GetBytes(string.Concat(report.Diagnostics.Select(Line)));

    private static string Line(Diagnostic diagnostic)
    {
        var span = diagnostic.Span;
        var place = $"file={Property(span.File)},line={span.Line},col={span.Column},endColumn={span.Column + span.Length}";
        var message = diagnostic.Help is null ? Plain.Text(diagnostic.Message) : $"{Plain.Text(diagnostic.Message)}\nhelp: {Plain.Text(diagnostic.Help)}";
        return $"::{LintJson.Word(diagnostic.Code.Severity)} {place},title={Property($"{diagnostic.Code.Id}: {diagnostic.Code.Title}")}::{Data(message)}\n";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
