using System.Globalization;
using System.Text;
using System.Text.Json;
using Policy.Reporting.Model;
using Policy.Reporting.Results;

namespace Policy.Reporting.Formats;

/// <summary>Gauges for the textfile collector: how many rules of a policy have which verdict on a host. No evidence, and no moment, which the collector refuses.</summary>
internal static class PrometheusFormat
{
    private static readonly string[] Verdicts = ["pass", "warn", "fail", "unknown", "waived", "not_applicable"];

    /// <summary>The exposition.</summary>
    public static byte[] Write(JsonElement results)
    {
        var text = new StringBuilder("# HELP policy_rules Rules of a policy on a host by verdict.\n# TYPE policy_rules gauge\n");
        foreach (var group in ResultRow.Of(results).GroupBy(row => (Host: row.Host(), Policy: row.Policy.Text("policy"), Profile: row.Policy.Text("profile"))))
        {
            var labels = $"host=\"{Label(group.Key.Host)}\",policy=\"{Label(group.Key.Policy)}\",profile=\"{Label(group.Key.Profile)}\"";
            foreach (var verdict in Verdicts)
            {
                text.Append(CultureInfo.InvariantCulture, $"policy_rules{{{labels},verdict=\"{verdict}\"}} {group.Count(row => row.Verdict() == verdict)}\n");
            }
        }

        text.Append("# HELP policy_host_readable Whether the facts of a host could be read.\n# TYPE policy_host_readable gauge\n");
        foreach (var host in results.List("hosts").GroupBy(host => host.Text("host"), StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"policy_host_readable{{host=\"{Label(host.Key)}\"}} {(host.Any(item => item.Member("error") is not null) ? 0 : 1)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Label(string text) => RowText.Plain(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
