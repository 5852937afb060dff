using System.Text.Json;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>Observations in words: what was seen, where, and what would make an unknown one known.</summary>
internal static class Observed
{
    /// <summary>An entry of the evidence with <c>observed</c> and <c>origin</c> in words.</summary>
    public static ScriptObject Of(JsonElement evidence, ReportWords words)
    {
        var fact = new ScriptObject(StringComparer.Ordinal) { ["path"] = evidence.Text("path"), ["state"] = evidence.Text("state") };
        fact["observed"] = Value(evidence, words);
        fact["cause"] = evidence.Text("cause");
        fact["detail"] = evidence.Text("detail");
        fact["source"] = evidence.Text("source");
        fact["advice"] = evidence.Text("state") == "unknown" ? Advice(evidence.Text("cause"), evidence.Text("detail"), words) : string.Empty;
        return fact;
    }

    /// <summary>What was seen; the empty text where no fact was looked at.</summary>
    public static string Value(JsonElement evidence, ReportWords words) => evidence.Text("state") switch
    {
        "present" => evidence.Text("shown"),
        "absent" => words.Say("observed.absent"),
        "unknown" => words.Say("observed.unknown", Cause(evidence.Text("cause"), words)),
        _ => string.Empty,
    };

    /// <summary>Why a fact is not known, in a word.</summary>
    public static string Cause(string cause, ReportWords words) => words.Find($"unknown.{cause}") ?? cause;

    private static string Advice(string cause, string detail, ReportWords words) =>
        words.Find($"decide.{cause}", detail.Length == 0 ? words.Say("decide.source") : detail) ?? string.Empty;
}
