using System.Text;

namespace Policy.Cli.TestReports;

/// <summary>Writes coverage as an LCOV trace file: a branch for each outcome of each place, geninfo(1).</summary>
internal static class CoverageLcov
{
    /// <summary>The file, with a line end at its end.</summary>
    public static byte[] Write(CoverageReport report)
    {
        var text = new StringBuilder();
        foreach (var result in report.Results)
        {
            var lines = CoverageLine.Of(result.Points).ToList();
            text.Append($"TN:\nSF:{result.Policy.Origin.File}\n");
            foreach (var line in lines)
            {
                Branches(text, line);
            }

            text.Append($"BRF:{result.Possible}\nBRH:{result.Seen}\n");
            lines.ForEach(line => text.Append($"DA:{line.Line},{line.Seen}\n"));
            text.Append($"LF:{lines.Count}\nLH:{lines.Count(line => line.Seen > 0)}\nend_of_record\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Branches(StringBuilder text, CoverageLine line)
    {
        for (var block = 0; block < line.Points.Count; block++)
        {
            var point = line.Points[block];
            for (var branch = 0; branch < point.Point.Outcomes.Count; branch++)
            {
                text.Append($"BRDA:{line.Line},{block},{branch},{(point.Seen.Contains(point.Point.Outcomes[branch]) ? "1" : "0")}\n");
            }
        }
    }
}
