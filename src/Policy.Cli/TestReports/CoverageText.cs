using System.Globalization;
using Policy.Cli.Terminal;
using Policy.Testing.Coverage;

namespace Policy.Cli.TestReports;

/// <summary>What tests have seen of policies, for a person at a terminal: a line a policy, and the places that were not seen whole.</summary>
internal static class CoverageText
{
    /// <summary>How many places of a rule are shown.</summary>
    private const int MostPlaces = 4;

    /// <summary>The text.</summary>
    public static string Of(IEnumerable<CoverageResult> results, TerminalText text)
    {
        foreach (var result in results)
        {
            var isWhole = result.Seen == result.Possible;
            text.Line($"{(isWhole ? "✓" : "✗")} {result.Policy.Origin.File}   {result.Seen} of {result.Possible} outcomes seen, {Percent(result.Share)}", isWhole ? Colour.Green : Colour.Yellow);
            foreach (var part in result.Points.GroupBy(point => point.Point.Part).Where(part => part.Any(point => point.Missing.Any())))
            {
                Part(text, part.Key, [.. part]);
            }
        }

        return text.ToString();
    }

    /// <summary>A share as a percentage with one place at most, such as <c>97.3 %</c>.</summary>
    public static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    private static void Part(TerminalText text, string name, IReadOnlyList<SeenPoint> points)
    {
        text.Line($"  {name}   {points.Sum(point => point.Seen.Count)} of {points.Sum(point => point.Point.Outcomes.Count)}");
        var lines = CoverageLine.Of(points).Where(line => line.Missing.Length > 0).ToList();
        foreach (var line in lines.Take(MostPlaces))
        {
            text.Wrapped($"    line {line.Line}  ", line.Missing);
        }

        if (lines.Count > MostPlaces)
        {
            text.Line($"    and {lines.Count - MostPlaces} more lines");
        }
    }
}
