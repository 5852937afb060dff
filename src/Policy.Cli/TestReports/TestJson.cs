using System.Text.Encodings.Web;
using System.Text.Json;
using Policy.Core.Evaluation;
using Policy.Testing.Suites;

namespace Policy.Cli.TestReports;

/// <summary>Writes results of tests as JSON.</summary>
/// <remarks>
/// <c>format</c> 1; <c>engine</c>; <c>cases</c>, <c>failed</c> (numbers); <c>suites</c>: each with <c>file</c>, <c>policy</c> and <c>cases</c>: each with <c>name</c>, <c>host</c>, <c>line</c>,
/// <c>met</c>, <c>seconds</c> and <c>expectations</c>: each with <c>rule</c>, <c>expected</c>, <c>verdict</c>, <c>met</c>, <c>line</c>, <c>column</c> (from 1) and <c>why</c> (lines; empty where met).
/// </remarks>
internal static class TestJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    /// <summary>The document, with a line end at its end.</summary>
    public static byte[] Write(TestReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("engine", Engine.Name);
            json.WriteNumber("cases", report.Cases);
            json.WriteNumber("failed", report.Cases - report.MetCases);
            json.WriteStartArray("suites");
            foreach (var suite in report.Suites)
            {
                WriteSuite(json, suite, report);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteSuite(Utf8JsonWriter json, SuiteResult suite, TestReport report)
    {
        json.WriteStartObject();
        json.WriteString("file", suite.Suite.Tests.Origin.File);
        json.WriteString("policy", suite.Suite.Policy.Id);
        json.WriteStartArray("cases");
        foreach (var item in suite.Cases)
        {
            json.WriteStartObject();
            json.WriteString("name", item.Case.Name);
            json.WriteString("host", item.Case.Written.Host);
            json.WriteNumber("line", item.Case.Written.Span.Line);
            json.WriteBoolean("met", item.IsMet);
            json.WriteNumber("seconds", item.Elapsed.TotalSeconds);
            json.WriteStartArray("expectations");
            foreach (var expectation in item.Expectations)
            {
                WriteExpectation(json, item, expectation, report);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteExpectation(Utf8JsonWriter json, CaseResult item, Expectation expectation, TestReport report)
    {
        json.WriteStartObject();
        json.WriteString("rule", expectation.Finding.Rule.Id);
        json.WriteString("expected", expectation.Written.Verdict);
        json.WriteString("verdict", expectation.Finding.Verdict.Name());
        json.WriteBoolean("met", expectation.IsMet);
        json.WriteNumber("line", expectation.Written.Span.Line);
        json.WriteNumber("column", expectation.Written.Span.Column);
        json.WriteStartArray("why");
        foreach (var line in expectation.IsMet ? [] : FailureText.Lines(item, expectation))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
