using System.Text;
using System.Text.Json;
using Policy.Reporting.Model;
using Policy.Reporting.Results;

namespace Policy.Reporting.Formats;

/// <summary>One row a rule on a host, as RFC 4180 has it; no cell can be taken for a formula.</summary>
internal static class CsvFormat
{
    private static readonly (string Name, Func<ResultRow, string> Cell)[] Columns =
    [
        ("host", RowText.Host),
        ("policy", row => row.Policy.Text("policy")),
        ("profile", row => row.Policy.Text("profile")),
        ("rule", row => row.Rule.Text("id")),
        ("severity", row => row.Rule.Text("severity")),
        ("verdict", RowText.Verdict),
        ("title", row => row.Rule.Text("title")),
        ("observed", RowText.Evidence),
        ("because_of", row => string.Join(' ', row.Rule.Texts("because_of"))),
        ("fix", row => row.Rule.Member("fix")?.Text("text") ?? string.Empty),
        ("baseline", row => row.Rule.Text("baseline")),
    ];

    /// <summary>The table with its head.</summary>
    public static byte[] Write(JsonElement results)
    {
        var text = new StringBuilder();
        Line(text, Columns.Select(column => column.Name));
        foreach (var row in ResultRow.Of(results))
        {
            Line(text, Columns.Select(column => column.Cell(row)));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A spreadsheet takes what begins so for a formula; an apostrophe says that it is text.
    private static string Cell(string value)
    {
        var plain = RowText.Plain(value);
        var safe = plain.TrimStart().AsSpan() is ['=' or '+' or '-' or '@' or '|' or '%', ..] ? $"'{plain}" : plain;
        return safe.AsSpan().IndexOfAny(",\"") >= 0 || safe.Length > 0 && (char.IsWhiteSpace(safe[0]) || char.IsWhiteSpace(safe[^1])) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
