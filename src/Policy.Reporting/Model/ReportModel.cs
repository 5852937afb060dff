using System.Text.Json;
using Policy.Core.Evaluation;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>What templates see: the results as they are, and under <c>report</c> the same in the order in which people read.</summary>
internal static class ReportModel
{
    /// <summary>How many rules are listed in one document; of hosts beyond that only the summary, the best hosts first.</summary>
    public const int MostRules = 5000;

    /// <summary>How many causes of a fleet are listed.</summary>
    private const int MostCauses = 10;

    /// <summary>Whether a document is results.</summary>
    public static bool IsResults(JsonElement document) =>
        document.Member("format") is { ValueKind: JsonValueKind.Number } format && format.TryGetInt32(out var number) && number == 1
        && document.Member("hosts") is { ValueKind: JsonValueKind.Array };

    /// <summary>The model of results.</summary>
    /// <param name="document">The results.</param>
    /// <param name="words">The language of what is not in the results.</param>
    public static ScriptObject Of(JsonElement document, ReportWords words)
    {
        var model = ScriptValues.Object(document);
        model["engine"] = document.Text("engine");
        model["evaluated_at"] = document.Text("evaluated_at");
        model["report"] = Report(document, words);
        model["language"] = words.Language.Tag;
        return model;
    }

    private static ScriptObject Report(JsonElement document, ReportWords words)
    {
        var elements = document.List("hosts").ToList();
        var hosts = elements.Select((host, index) => new HostModel(host, elements.Count == 1 ? 0 : index + 1, words)).ToList();
        var detailed = Detailed(hosts);
        var shown = hosts.Select(host => host.ForTemplates(detailed.Contains(host))).ToList();
        var report = new ScriptObject(StringComparer.Ordinal)
        {
            ["title"] = hosts.Select(host => host.Heading).FirstOrDefault(heading => heading is not null) ?? words.Say("report"),
            ["is_fleet"] = hosts.Count > 1,
            ["hosts"] = ScriptValues.List(shown),
            ["omitted"] = hosts.Count - detailed.Count,
            ["headline"] = hosts.Count == 1 ? shown[0]["headline"] : Headline(hosts, words),
            ["shape_titles"] = ScriptValues.List(hosts.Select(host => host.ShapeTitles).OrderByDescending(titles => titles.Count).FirstOrDefault()),
            ["causes"] = hosts.Count > 1 ? Causes(hosts, words) : new ScriptArray(),
        };
        var worst = hosts.MinBy(host => VerdictWords.Rank(host.VerdictName));
        VerdictWords.AddOfShape(report, worst?.VerdictName ?? Verdict.NotApplicable.Name(), words);
        return report;
    }

    private static HashSet<HostModel> Detailed(List<HostModel> hosts)
    {
        var left = MostRules;
        return [.. hosts.OrderBy(host => VerdictWords.Rank(host.VerdictName)).TakeWhile((host, index) => (left -= host.RuleCount) >= 0 || index == 0)];
    }

    private static string Headline(List<HostModel> hosts, ReportWords words) => hosts.Count == 0
        ? words.Say("headline.none")
        : string.Join(words.Say("comma_between"), hosts.GroupBy(host => VerdictWords.Of(host.VerdictName).OfShape(words), StringComparer.Ordinal)
            .OrderBy(group => VerdictWords.Rank(group.First().VerdictName))
            .Select(group => words.Say("headline.some", $"{group.Count()}", $"{hosts.Count}", group.Key)));

    private static ScriptArray Causes(List<HostModel> hosts, ReportWords words) => ScriptValues.List(hosts
        .SelectMany(host => host.Causes.DistinctBy(rule => (rule.First.Policy.Text("policy"), rule.First.Id)))
        .GroupBy(rule => (rule.First.Policy.Text("policy"), rule.First.Id))
        .OrderByDescending(group => group.Count())
        .ThenByDescending(group => group.Max(rule => rule.First.Severity))
        .Take(MostCauses)
        .Select(group =>
        {
            var cause = RuleCard.Link(group.First(), words);
            cause["hosts"] = group.Count();
            cause["text"] = words.Say("hosts_share", $"{group.Count()}", $"{hosts.Count}");
            return cause;
        }));
}
