using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Policy.Reporting.Model;
using Policy.Reporting.Results;

namespace Policy.Reporting.Formats;

/// <summary>JUnit XML as CI servers read it: a suite for each host, a case for each rule. What is undecided is an error, what is waived or does not apply is skipped.</summary>
internal static class JUnitFormat
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The document.</summary>
    public static byte[] Write(JsonElement results)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("testsuites");
            foreach (var (host, number) in results.List("hosts").Select((host, number) => (host, number)))
            {
                Suite(xml, host, [.. ResultRow.OfHost(host, number)]);
            }

            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Suite(XmlWriter xml, JsonElement host, List<ResultRow> rows)
    {
        var isUnread = host.Member("error") is not null;
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", RowText.Plain(host.Text("host")));
        xml.WriteAttributeString("tests", Number(rows.Count + (isUnread ? 1 : 0)));
        xml.WriteAttributeString("failures", Number(rows.Count(row => row.Verdict() == "fail")));
        xml.WriteAttributeString("errors", Number(rows.Count(row => row.Verdict() == "unknown") + (isUnread ? 1 : 0)));
        xml.WriteAttributeString("skipped", Number(rows.Count(row => row.Verdict() is "waived" or "not_applicable")));
        if (isUnread)
        {
            Start(xml, "facts", "readable");
            Outcome(xml, "error", host.Text("error"));
            xml.WriteEndElement();
        }

        var names = new HashSet<(string, string)>();
        foreach (var row in rows)
        {
            Case(xml, row, names);
        }

        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, ResultRow row, HashSet<(string, string)> names)
    {
        var (group, name) = ($"{RowText.Plain(row.Host())}.{RowText.Plain(row.Policy())}", RowText.Plain(row.Rule.Text("id")));
        var unique = name;
        for (var number = 2; !names.Add((group, unique)); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
        }

        Start(xml, group, unique);
        switch (row.Verdict())
        {
            case "fail":
                Outcome(xml, "failure", row.Message());
                break;
            case "unknown":
                Outcome(xml, "error", row.Message());
                break;
            case "waived" or "not_applicable":
                xml.WriteElementString("skipped", row.Verdict());
                break;
            case "warn":
                xml.WriteElementString("system-out", RowText.Plain($"warning: {row.Message()}"));
                break;
        }

        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string group, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", group);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("time", "0");
    }

    private static void Outcome(XmlWriter xml, string element, string message)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", RowText.Plain(message));
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
