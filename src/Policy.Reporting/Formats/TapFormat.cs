using System.Globalization;
using System.Text;
using System.Text.Json;
using Policy.Reporting.Model;
using Policy.Reporting.Results;

namespace Policy.Reporting.Formats;

/// <summary>TAP version 14: a test point for each rule on a host. What is waived is still to be done, what does not apply is skipped, what is undecided fails.</summary>
internal static class TapFormat
{
    /// <summary>The document.</summary>
    public static byte[] Write(JsonElement results)
    {
        var rows = ResultRow.Of(results).ToList();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"TAP version 14\n1..{rows.Count}\n"));
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            var verdict = row.Verdict();
            var (word, directive) = verdict switch
            {
                "pass" or "warn" => ("ok", string.Empty),
                "not_applicable" => ("ok", " # SKIP not applicable"),
                "waived" => ("not ok", " # todo waived"),
                _ => ("not ok", string.Empty),
            };
            text.Append(CultureInfo.InvariantCulture, $"{word} {index + 1} - {Escaped($"{row.Host()} {row.Policy()}/{row.Rule.Text("id")}")}{directive}\n");
            if (verdict is not "pass" and not "not_applicable")
            {
                text.Append(CultureInfo.InvariantCulture, $"  ---\n  verdict: {verdict}\n  severity: {row.Rule.Text("severity")}\n  title: {Quoted(row.Rule.Text("title"))}\n  observed: {Quoted(row.Evidence())}\n  ...\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // `#` begins a directive and `\` escapes it.
    private static string Escaped(string name) => RowText.Plain(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);

    private static string Quoted(string text) => $"'{RowText.Plain(text).Replace("'", "''", StringComparison.Ordinal)}'";
}
