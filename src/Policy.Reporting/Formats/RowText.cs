using System.Text.Json;
using Policy.Reporting.Model;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;

namespace Policy.Reporting.Formats;

/// <summary>What forms for machines say of a rule on a host.</summary>
internal static class RowText
{
    /// <summary>The host; for a document that cannot be read its name.</summary>
    public static string Host(this ResultRow row) => row.Host.Text("host");

    /// <summary>The verdict as results name it.</summary>
    public static string Verdict(this ResultRow row) => VerdictWords.Of(row.Rule.Text("verdict")).Name;

    /// <summary>The policy, with the profile that tailors it.</summary>
    public static string Policy(this ResultRow row) => row.Policy.Text("profile") is { Length: > 0 } profile ? $"{row.Policy.Text("policy")}@{profile}" : row.Policy.Text("policy");

    /// <summary>What was seen, in one line: each fact with its value, or why there is none.</summary>
    public static string Evidence(this ResultRow row) => string.Join("; ", row.Rule.List("evidence").Select(Evidence));

    /// <summary>The title, and what was seen.</summary>
    public static string Message(this ResultRow row) => row.Evidence() is { Length: > 0 } evidence ? $"{row.Rule.Text("title")}: {evidence}" : row.Rule.Text("title");

    /// <summary>A text on one line in which every control character is visible.</summary>
    public static string Plain(string text) => VisibleText.OneLine(text);

    private static string Evidence(JsonElement fact) =>
        $"{fact.Text("path")} {fact.Text("state") switch { "present" => fact.Text("shown"), "unknown" => $"unknown, {fact.Text("cause")}", var state => state }}";
}
