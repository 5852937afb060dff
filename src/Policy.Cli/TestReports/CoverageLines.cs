using Policy.Core.Findings;
using Policy.Testing.Coverage;

namespace Policy.Cli.TestReports;

/// <summary>What was seen of one line of a policy.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Points">The places that begin on it, in the order of the text; at least one.</param>
internal sealed record CoverageLine(int Line, IReadOnlyList<SeenPoint> Points)
{
    /// <summary>How many outcomes can be seen.</summary>
    public int Possible => Points.Sum(point => point.Point.Outcomes.Count);

    /// <summary>How many of them were seen.</summary>
    public int Seen => Points.Sum(point => point.Seen.Count);

    /// <summary>What nobody saw, in words, such as <c>never unknown</c>; empty if everything was seen.</summary>
    public string Missing => string.Join("; ", Points.Where(point => point.Missing.Any()).Select(point => $"never {string.Join(", never ", point.Missing.Select(OutcomeWords.Name))}").Distinct());

    /// <summary>The lines on which something can be seen, from the first one on.</summary>
    public static IEnumerable<CoverageLine> Of(IEnumerable<SeenPoint> points) =>
        points.GroupBy(point => point.Point.Span.Line).OrderBy(group => group.Key).Select(group => new CoverageLine(group.Key, [.. group]));
}
