using System.Text.Json;
using Policy.Reporting.Model;
using Policy.Reporting.Results;

namespace Policy.Reporting.Formats;

/// <summary>SARIF 2.1.0: a result for each rule on a host, at its line of the policy; the host is the logical place.</summary>
/// <remarks>Code hosts take 25,000 results a run: of more, those that fail come first, and a notification says what was left out.</remarks>
internal static class SarifFormat
{
    private const int Most = 25_000;

    /// <summary>The log.</summary>
    public static byte[] Write(JsonElement results)
    {
        var all = ResultRow.Of(results).ToList();
        var rows = all.OrderBy(row => row.Verdict() switch { "fail" => 0, "unknown" => 1, "warn" or "waived" => 2, _ => 3 }).Take(Most).ToList();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            Run(json, results, rows, all.Count - rows.Count);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Run(Utf8JsonWriter json, JsonElement results, List<ResultRow> rows, int omitted)
    {
        var rules = rows.DistinctBy(row => row.RuleName).Select((row, index) => (row, index)).ToDictionary(item => item.row.RuleName, item => item, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policy");
        json.WriteText("version", results.Text("engine"));
        json.WriteStartArray("rules");
        foreach (var (row, _) in rules.Values)
        {
            Rule(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        Invocation(json, omitted);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var row in rows)
        {
            Result(json, row, rules[row.RuleName].index);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Invocation(Utf8JsonWriter json, int omitted)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        if (omitted > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            json.WriteStartObject();
            Message(json, $"{omitted} results are left out: a run may hold {Most}");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Rule(Utf8JsonWriter json, ResultRow row)
    {
        json.WriteStartObject();
        json.WriteText("id", row.RuleName);
        json.WriteStartObject("shortDescription");
        json.WriteText("text", row.Rule.Text("title"));
        json.WriteEndObject();
        if (row.Rule.Text("why") is { Length: > 0 } why)
        {
            json.WriteStartObject("fullDescription");
            json.WriteText("text", why);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, ResultRow row, int rule)
    {
        var verdict = row.Verdict();
        var (kind, level) = verdict switch
        {
            "fail" or "waived" => ("fail", row.Rule.Text("severity") is "critical" or "high" ? "error" : "warning"),
            "warn" => ("fail", "note"),
            "unknown" => ("open", "none"),
            "not_applicable" => ("notApplicable", "none"),
            _ => ("pass", "none"),
        };
        json.WriteStartObject();
        json.WriteText("ruleId", row.RuleName);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", kind);
        json.WriteString("level", level);
        Message(json, row.Message());
        Location(json, row);
        json.WriteStartObject("partialFingerprints");
        json.WriteText("policyFinding/v1", $"{row.Host()}/{row.Policy()}/{row.Rule.Text("id")}/{row.Rule.Text("fingerprint")}");
        json.WriteEndObject();
        if (verdict == "waived")
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteText("justification", row.Rule.Member("waiver")?.Text("reason") ?? string.Empty);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, ResultRow row)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteText("uri", Uri.EscapeDataString(JsonText.WellFormed(row.Policy.Text("file"))).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", row.Rule.Member("line") is { ValueKind: JsonValueKind.Number } line && line.TryGetInt32(out var number) ? Math.Max(1, number) : 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteText("name", row.Host());
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Message(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteText("text", text);
        json.WriteEndObject();
    }
}
