using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Reporting.Model;

namespace Policy.Reporting.Results;

/// <summary>Reads results that a run has written.</summary>
public static class SavedResults
{
    /// <summary>What to say where a string escapes half of a surrogate pair; that is found when the string is read, not when the document is parsed.</summary>
    internal const string NotUnicode = "a string of the results is not Unicode text";

    /// <summary>How documents are parsed.</summary>
    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = 1000, AllowDuplicateProperties = false };

    /// <summary>The document, or why it is none.</summary>
    /// <param name="file">The name for complaints.</param>
    /// <param name="resultsJson">The bytes.</param>
    public static Checked<JsonDocument> Read(string file, ReadOnlyMemory<byte> resultsJson)
    {
        try
        {
            var document = JsonDocument.Parse(resultsJson, Options);
            if (ReportModel.IsResults(document.RootElement))
            {
                return new Checked<JsonDocument>(document, []);
            }

            document.Dispose();
            return new Checked<JsonDocument>(null, [Complaint(file, "the document is not results of format 1")]);
        }
        catch (JsonException error)
        {
            return new Checked<JsonDocument>(null, [new Diagnostic(DiagnosticCodes.Results, new SourceSpan(file, Place(error.LineNumber), Place(error.BytePositionInLine), 1), "the results are not JSON")]);
        }
    }

    /// <summary>A complaint about the whole document.</summary>
    internal static Diagnostic Complaint(string file, string message) =>
        new(DiagnosticCodes.Results, SourceSpan.StartOf(file), message, "give a file that `policy check -o results.json` wrote");

    private static int Place(long? index) => (int)Math.Min((index ?? 0) + 1, int.MaxValue);
}
