using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Prose;
using Policy.Reporting.Formats;
using Policy.Reporting.Model;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;
using Policy.Reporting.Words;

namespace Policy.Reporting;

/// <summary>Results as documents for readers.</summary>
/// <remarks>Every document is made from the results' JSON, so that saved results give the same bytes as the run that wrote them.</remarks>
public static class Reports
{
    private const string ResultsName = "results";

    /// <summary>One self-contained HTML page.</summary>
    public static Rendering Html(RunResults results) => Html(ResultsWriter.Document(results));

    /// <summary>One self-contained HTML page.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    /// <param name="language">The language of what the results do not say; null for that of the results.</param>
    public static Rendering Html(ReadOnlyMemory<byte> resultsJson, Language? language = null) => Shipped(resultsJson, ShippedTemplates.Html, language, document => document.List("hosts").Skip(1).Any() ? FittingReport.PageOfFleet : FittingReport.Page);

    /// <summary>Markdown for GitHub and GitLab.</summary>
    public static Rendering Markdown(RunResults results) => Markdown(ResultsWriter.Document(results));

    /// <summary>Markdown for GitHub and GitLab.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    /// <param name="language">The language of what the results do not say; null for that of the results.</param>
    public static Rendering Markdown(ReadOnlyMemory<byte> resultsJson, Language? language = null) => Shipped(resultsJson, ShippedTemplates.Markdown, language, _ => FittingReport.JobSummary);

    /// <summary>Markdown that fits a comment on a change: at most 65,536 bytes; it says what it leaves out.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    /// <param name="language">The language of what the results do not say; null for that of the results.</param>
    public static Rendering Comment(ReadOnlyMemory<byte> resultsJson, Language? language = null) => Shipped(resultsJson, ShippedTemplates.Markdown, language, _ => FittingReport.Comment);

    /// <summary>What a template of the user's own makes of the results.</summary>
    /// <param name="results">The results.</param>
    /// <param name="templateName">The name that diagnostics show, such as <c>wiki.md</c>.</param>
    /// <param name="templateText">The template.</param>
    /// <param name="kind">How values are escaped.</param>
    public static Rendering Custom(RunResults results, string templateName, string templateText, TemplateKind kind) =>
        Custom(ResultsWriter.Document(results), new TemplateSource(new SourceText(templateName, templateText), kind));

    /// <summary>What a template makes of saved results.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    /// <param name="template">The template.</param>
    /// <param name="language">The language of what the results do not say; null for that of the results.</param>
    public static Rendering Custom(ReadOnlyMemory<byte> resultsJson, TemplateSource template, Language? language = null) => Read(resultsJson, results =>
    {
        var words = WordsOf(results, language);
        return TemplateRenderer.Render(template, ReportModel.Of(results, words), words);
    });

    /// <summary>A document for other machines.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    /// <param name="format">The form.</param>
    public static Rendering Machine(ReadOnlyMemory<byte> resultsJson, ResultFormat format) => Read(resultsJson, results => new Rendered(format.Write(results)));

    /// <summary>The results as they are.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    public static Rendering Json(ReadOnlyMemory<byte> resultsJson) => Read(resultsJson, _ => new Rendered(resultsJson));

    /// <summary>One host a line: NDJSON.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    public static Rendering Lines(ReadOnlyMemory<byte> resultsJson) => Read(resultsJson, results => new Rendered(HostLines.Write(results)));

    private static Rendering Shipped(ReadOnlyMemory<byte> resultsJson, TemplateSource template, Language? language, Func<JsonElement, FittingReport> choose) =>
        Read(resultsJson, results => choose(results).Render(template, results, WordsOf(results, language)));

    private static ReportWords WordsOf(JsonElement results, Language? language) => new(language ?? Language.Find(results.Text("language")) ?? Language.English);

    private static Rendering Read(ReadOnlyMemory<byte> resultsJson, Func<JsonElement, Rendering> render)
    {
        var read = SavedResults.Read(ResultsName, resultsJson);
        using var document = read.Value;
        try
        {
            return document is null ? new NotRendered(read.Diagnostics) : render(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            return new NotRendered([SavedResults.Complaint(ResultsName, SavedResults.NotUnicode)]);
        }
    }
}
