using System.Globalization;
using System.Text;
using System.Xml;
using Policy.Testing.Coverage;

namespace Policy.Cli.TestReports;

/// <summary>Writes coverage as Cobertura XML, of the shape of its <c>coverage-04.dtd</c>: a class for each policy, a condition for each outcome.</summary>
internal static class CoverageCobertura
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The document, with a line end at its end.</summary>
    public static byte[] Write(CoverageReport report)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            var results = report.Results;
            xml.WriteStartElement("coverage");
            Rates(xml, [.. results.SelectMany(result => CoverageLine.Of(result.Points))]);
            Totals(xml, results);
            xml.WriteStartElement("sources");
            xml.WriteElementString("source", ".");
            xml.WriteEndElement();
            xml.WriteStartElement("packages");
            xml.WriteStartElement("package");
            xml.WriteAttributeString("name", "policies");
            Rates(xml, [.. results.SelectMany(result => CoverageLine.Of(result.Points))]);
            xml.WriteAttributeString("complexity", "0");
            xml.WriteStartElement("classes");
            foreach (var result in results)
            {
                Class(xml, result);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Totals(XmlWriter xml, IReadOnlyList<CoverageResult> results)
    {
        var lines = results.SelectMany(result => CoverageLine.Of(result.Points)).ToList();
        xml.WriteAttributeString("lines-covered", Number(lines.Count(line => line.Seen > 0)));
        xml.WriteAttributeString("lines-valid", Number(lines.Count));
        xml.WriteAttributeString("branches-covered", Number(results.Sum(result => result.Seen)));
        xml.WriteAttributeString("branches-valid", Number(results.Sum(result => result.Possible)));
        xml.WriteAttributeString("complexity", "0");
        xml.WriteAttributeString("version", Engine.Version);
        xml.WriteAttributeString("timestamp", "0");
    }

    private static void Class(XmlWriter xml, CoverageResult result)
    {
        var lines = CoverageLine.Of(result.Points).ToList();
        xml.WriteStartElement("class");
        xml.WriteAttributeString("name", result.Policy.Id);
        xml.WriteAttributeString("filename", result.Policy.Origin.File);
        Rates(xml, lines);
        xml.WriteAttributeString("complexity", "0");
        xml.WriteElementString("methods", string.Empty);
        xml.WriteStartElement("lines");
        foreach (var line in lines)
        {
            xml.WriteStartElement("line");
            xml.WriteAttributeString("number", Number(line.Line));
            xml.WriteAttributeString("hits", Number(line.Seen));
            xml.WriteAttributeString("branch", "true");
            xml.WriteAttributeString("condition-coverage", $"{line.Seen * 100 / line.Possible}% ({line.Seen}/{line.Possible})");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Rates(XmlWriter xml, List<CoverageLine> lines)
    {
        xml.WriteAttributeString("line-rate", Rate(lines.Count(line => line.Seen > 0), lines.Count));
        xml.WriteAttributeString("branch-rate", Rate(lines.Sum(line => line.Seen), lines.Sum(line => line.Possible)));
    }

    private static string Rate(int part, int whole) => CoverageResult.ShareOf(part, whole).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
