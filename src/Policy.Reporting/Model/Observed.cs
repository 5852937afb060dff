using System.Text.Json;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>Observations in words: what was seen, where, and what would make an unknown one known.</summary>
internal static class Observed
{
    /// <summary>An entry of the evidence with <c>observed</c> and <c>origin</c> in words.</summary>
    public static ScriptObject Of(JsonElement evidence)
    {
        var fact = new ScriptObject(StringComparer.Ordinal) { ["path"] = evidence.Text("path"), ["state"] = evidence.Text("state") };
        fact["observed"] = Value(evidence);
        fact["cause"] = evidence.Text("cause");
        fact["detail"] = evidence.Text("detail");
        fact["source"] = evidence.Text("source");
        fact["advice"] = evidence.Text("state") == "unknown" ? Advice(evidence.Text("cause"), evidence.Text("detail")) : string.Empty;
        return fact;
    }

    /// <summary>What was seen; the empty text where no fact was looked at.</summary>
    public static string Value(JsonElement evidence) => evidence.Text("state") switch
    {
        "present" => evidence.Text("shown"),
        "absent" => "absent",
        "unknown" => $"unknown: {Cause(evidence.Text("cause"))}",
        _ => string.Empty,
    };

    private static string Cause(string cause) => cause.Replace('-', ' ');

    private static string Advice(string cause, string detail)
    {
        var source = detail.Length == 0 ? "the source" : detail;
        return cause switch
        {
            "denied" => $"Run as root: {source} may not be read by this user.",
            "not-collected" => "Collect it: the facts were gathered without it.",
            "missing-source" => $"Provide {source}: it is not there, and that proves nothing.",
            "timeout" => $"Collect again: {source} did not answer in time.",
            "malformed" => $"Mend {source}: what it says cannot be read.",
            "unsupported" => "Look elsewhere: it cannot be told on such a host, or from such a copy of one.",
            _ => string.Empty,
        };
    }
}
