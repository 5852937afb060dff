using System.Globalization;
using System.Text.Json;
using Policy.Reporting.Model;

namespace Policy.Reporting.Results;

/// <summary>One rule of one policy on one host, as saved results hold it.</summary>
/// <param name="Host">The host.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Where it stands, such as <c>hosts[0].policies[1].rules[2]</c>.</param>
internal sealed record ResultRow(JsonElement Host, JsonElement Policy, JsonElement Rule, string Place)
{
    /// <summary>Policy, slash, rule.</summary>
    public string RuleName => $"{Policy.Text("policy")}/{Rule.Text("id")}";

    /// <summary>All rules in the order of the results.</summary>
    public static IEnumerable<ResultRow> Of(JsonElement results) => results.List("hosts").SelectMany(OfHost);

    /// <summary>The rules of a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="number">Its place among the hosts.</param>
    public static IEnumerable<ResultRow> OfHost(JsonElement host, int number) =>
        host.List("policies").SelectMany((policy, policyNumber) => policy.List("rules").Select((rule, ruleNumber) =>
            new ResultRow(host, policy, rule, string.Create(CultureInfo.InvariantCulture, $"hosts[{number}].policies[{policyNumber}].rules[{ruleNumber}]"))));
}
