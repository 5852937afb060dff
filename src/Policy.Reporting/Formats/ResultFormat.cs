using System.Collections.Immutable;
using System.Text.Json;
using Policy.Reporting.Results;

namespace Policy.Reporting.Formats;

/// <summary>A form of results that machines read, made from the results as they are saved.</summary>
/// <param name="Name">What <c>--format</c> takes.</param>
/// <param name="Endings">The endings of files that are written in it; of several that fit a file the longest counts.</param>
/// <param name="Write">Writes the document.</param>
public sealed record ResultFormat(string Name, ImmutableArray<string> Endings, Func<JsonElement, byte[]> Write)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ResultFormat> Everything { get; } =
    [
        new("sarif", [".sarif", ".sarif.json"], SarifFormat.Write),
        new("junit", [".junit.xml", ".xml"], JUnitFormat.Write),
        new("tap", [".tap"], TapFormat.Write),
        new("csv", [".csv"], CsvFormat.Write),
        new("prometheus", [".prom"], PrometheusFormat.Write),
    ];

    /// <summary>The results of a run in this form.</summary>
    public byte[] Of(RunResults results)
    {
        using var document = SavedResults.Read("results.json", ResultsWriter.Document(results)).Value!;
        return Write(document.RootElement);
    }
}
