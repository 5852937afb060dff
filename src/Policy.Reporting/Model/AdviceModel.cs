using System.Text.Json;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>What to do about a host, as templates see it.</summary>
internal static class AdviceModel
{
    /// <summary>Adds <c>steps</c>, <c>beyond</c>, <c>missing</c>, <c>command</c> and <c>supposed</c>; empty where results have no advice.</summary>
    /// <param name="model">The host for templates.</param>
    /// <param name="host">The host as results hold it.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="words">The language.</param>
    public static void Add(ScriptObject model, JsonElement host, HostRules rules, ReportWords words)
    {
        var (way, collect) = (host.Member("way"), host.Member("collect"));
        model["steps"] = ScriptValues.List((way?.List("steps") ?? []).Select(step => Step(step, rules, words)));
        model["beyond"] = ScriptValues.List((way?.List("beyond") ?? []).Select(item => new ScriptObject(StringComparer.Ordinal) { ["rule"] = Rule(item, rules), ["reason"] = item.Text("reason") }));
        model["missing_facts"] = ScriptValues.List((collect?.List("facts") ?? []).Select(fact => new ScriptObject(StringComparer.Ordinal)
        {
            ["fact"] = fact.Text("fact"),
            ["cause"] = Observed.Cause(fact.Text("cause"), words),
            ["needs"] = fact.Text("needs"),
            ["decides"] = ScriptValues.List(fact.Texts("decides")),
        }));
        model["command"] = collect?.Text("command") ?? string.Empty;
        model["supposed"] = ScriptValues.List(host.Texts("supposed"));
    }

    private static ScriptObject Step(JsonElement step, HostRules rules, ReportWords words) => new(StringComparer.Ordinal)
    {
        ["effort"] = words.Find($"effort.{step.Text("effort")}") ?? step.Text("effort"),
        ["who"] = words.Find($"who.{step.Text("who")}") ?? words.Say("who.keyboard"),
        ["changes"] = ScriptValues.List(step.List("changes").Select(Change)),
        ["follows"] = ScriptValues.List(step.List("follows").Select(Change)),
        ["repairs"] = ScriptValues.List(step.List("repairs").Select(rule => Rule(rule, rules))),
        ["alternatives"] = ScriptValues.List(step.List("alternatives").Select(other => new ScriptObject(StringComparer.Ordinal) { ["changes"] = ScriptValues.List(other.List("changes").Select(Change)) })),
    };

    private static ScriptObject Change(JsonElement change) => new(StringComparer.Ordinal) { ["fact"] = change.Text("fact"), ["from"] = change.Text("from"), ["to"] = change.Text("to") };

    private static ScriptObject Rule(JsonElement rule, HostRules rules) => new(StringComparer.Ordinal)
    {
        ["name"] = rule.Text("rule"),
        ["title"] = rule.Text("title"),
        ["anchor"] = rules.AnchorOf(rule.Text("rule")),
        ["fix"] = rule.Text("fix"),
        ["run"] = ScriptValues.List(rule.Texts("run")),
    };
}
