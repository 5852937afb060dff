using System.Globalization;
using System.Text;
using System.Xml;
using Policy.Cli.Terminal;
using Policy.Testing.Suites;

namespace Policy.Cli.TestReports;

/// <summary>Writes results of tests as JUnit XML: a suite for each document, a test case for each expectation.</summary>
/// <remarks>The shape is that of Jenkins' <c>junit-10.xsd</c>; names are unique within their class; times are seconds.</remarks>
internal static class TestJunit
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The document, with a line end at its end.</summary>
    public static byte[] Write(TestReport report)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, [.. report.Expectations.Select(item => item.Expectation)]);
            foreach (var suite in report.Suites)
            {
                Suite(xml, suite, report);
            }

            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Counts(XmlWriter xml, List<Expectation> expectations)
    {
        xml.WriteAttributeString("tests", Number(expectations.Count));
        xml.WriteAttributeString("failures", Number(expectations.Count(item => !item.IsMet)));
        xml.WriteAttributeString("errors", "0");
    }

    private static void Suite(XmlWriter xml, SuiteResult suite, TestReport report)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Plain.Text(suite.Suite.Tests.Origin.File));
        Counts(xml, [.. suite.Cases.SelectMany(item => item.Expectations)]);
        foreach (var item in suite.Cases)
        {
            foreach (var expectation in item.Expectations)
            {
                Expected(xml, (suite, item, expectation), report);
            }
        }

        xml.WriteEndElement();
    }

    private static void Expected(XmlWriter xml, (SuiteResult Suite, CaseResult Case, Expectation Expectation) point, TestReport report)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Plain.Text($"{point.Suite.Suite.Name}.{point.Case.Case.Name}"));
        xml.WriteAttributeString("name", point.Expectation.Finding.Rule.Id);
        xml.WriteAttributeString("time", (point.Case.Elapsed.TotalSeconds / point.Case.Expectations.Count).ToString("0.000000", CultureInfo.InvariantCulture));
        if (!point.Expectation.IsMet)
        {
            var span = point.Expectation.Written.Span;
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", FailureText.Head(point.Expectation));
            xml.WriteString(string.Join('\n', FailureText.Lines(point.Case, point.Expectation).Select(Plain.Text).Prepend($"{Plain.Text(span.File)}:{span.Line}:{span.Column}")));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
