using System.Collections.Immutable;
using Policy.Testing.Coverage;

namespace Policy.Cli.TestReports;

/// <summary>What tests have seen of policies.</summary>
/// <param name="Results">One for each document of tests.</param>
/// <param name="Texts">The documents by name.</param>
internal sealed record CoverageReport(IReadOnlyList<CoverageResult> Results, IReadOnlyDictionary<string, byte[]> Texts);

/// <summary>A form in which coverage is written.</summary>
/// <param name="Ending">The ending of files that are written in it.</param>
/// <param name="Write">Makes the document.</param>
internal sealed record CoverageFormat(string Ending, Func<CoverageReport, byte[]> Write)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<CoverageFormat> Everything { get; } =
        [new(".html", CoverageHtml.Write), new(".lcov", CoverageLcov.Write), new(".info", CoverageLcov.Write), new(".cobertura.xml", CoverageCobertura.Write)];

    /// <summary>The form that a file's ending names; null if none does.</summary>
    public static CoverageFormat? OfFile(string path) => Everything.FirstOrDefault(format => path.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase));
}
