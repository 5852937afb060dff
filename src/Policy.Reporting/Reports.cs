using Policy.Core.Diagnostics;
using Policy.Reporting.Model;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;

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
    public static Rendering Html(ReadOnlyMemory<byte> resultsJson) => Custom(resultsJson, ShippedTemplates.Html);

    /// <summary>Markdown for GitHub and GitLab.</summary>
    public static Rendering Markdown(RunResults results) => Markdown(ResultsWriter.Document(results));

    /// <summary>Markdown for GitHub and GitLab.</summary>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    public static Rendering Markdown(ReadOnlyMemory<byte> resultsJson) => Custom(resultsJson, ShippedTemplates.Markdown);

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
    public static Rendering Custom(ReadOnlyMemory<byte> resultsJson, TemplateSource template)
    {
        var read = SavedResults.Read(ResultsName, resultsJson);
        using var document = read.Value;
        if (document is null)
        {
            return new NotRendered(read.Diagnostics);
        }

        try
        {
            return TemplateRenderer.Render(template, ReportModel.Of(document.RootElement));
        }
        catch (InvalidOperationException)
        {
            return new NotRendered([SavedResults.Complaint(ResultsName, SavedResults.NotUnicode)]);
        }
    }
}
