using System.Text.Json;
using Policy.Core.Evaluation;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>What templates see: the results as they are, and under <c>report</c> the same in the order in which people read.</summary>
internal static class ReportModel
{
    /// <summary>How many causes of a fleet are listed.</summary>
    private const int MostCauses = 10;

    /// <summary>Whether a document is results.</summary>
    public static bool IsResults(JsonElement document) =>
        document.Member("format") is { ValueKind: JsonValueKind.Number } format && format.TryGetInt32(out var number) && number == 1
        && document.Member("hosts") is { ValueKind: JsonValueKind.Array };

    /// <summary>The model of results for any template.</summary>
    /// <param name="document">The results.</param>
    /// <param name="words">The language of what is not in the results.</param>
    public static ScriptObject Of(JsonElement document, ReportWords words)
    {
        var model = ScriptValues.Object(document);
        Add(model, document, HostsOf(document, words), words, Detail.Everything);
        return model;
    }

    /// <summary>The model of results for the shipped templates, which do not look at the results themselves.</summary>
    /// <param name="document">The results.</param>
    /// <param name="hosts">Their hosts.</param>
    /// <param name="words">The language of what is not in the results.</param>
    /// <param name="detail">How much it tells.</param>
    public static ScriptObject Of(JsonElement document, IReadOnlyList<HostModel> hosts, ReportWords words, Detail detail)
    {
        var model = new ScriptObject(StringComparer.Ordinal);
        Add(model, document, hosts, words, detail);
        return model;
    }

    /// <summary>The hosts of results.</summary>
    public static IReadOnlyList<HostModel> HostsOf(JsonElement document, ReportWords words)
    {
        var elements = document.List("hosts").ToList();
        return [.. elements.Select((host, index) => new HostModel(host, elements.Count == 1 ? 0 : index + 1, words))];
    }

    private static void Add(ScriptObject model, JsonElement document, IReadOnlyList<HostModel> hosts, ReportWords words, Detail detail)
    {
        model["engine"] = document.Text("engine");
        model["evaluated_at"] = document.Text("evaluated_at");
        model["report"] = Report(hosts, words, detail);
        model["language"] = words.Language.Tag;
    }

    private static ScriptObject Report(IReadOnlyList<HostModel> hosts, ReportWords words, Detail detail)
    {
        var most = MostRulesOf(hosts, detail);
        var shown = hosts.Where(most.ContainsKey).Select(host => host.ForTemplates(most[host], detail.HasPassing)).ToList();
        var detailed = hosts.Where(host => most.GetValueOrDefault(host) > 0).ToHashSet();
        var report = new ScriptObject(StringComparer.Ordinal)
        {
            ["title"] = (detail.IsLeast ? null : hosts.Select(host => host.Heading).FirstOrDefault(heading => heading is not null)) ?? words.Say("report"),
            ["is_fleet"] = hosts.Count > 1,
            ["hosts"] = ScriptValues.List(shown),
            ["left_out"] = LeftOut(hosts, shown, detailed, words),
            ["headline"] = hosts.Count == 1 ? hosts[0].Headline : Headline(hosts, words),
            ["shape_titles"] = ScriptValues.List(detail.IsLeast ? [] : hosts.Select(host => host.ShapeTitles).OrderByDescending(titles => titles.Count).FirstOrDefault()),
            ["verdicts"] = ScriptValues.List(VerdictWords.WorstFirst.Select(item => VerdictWords.AddOfRule(new ScriptObject(StringComparer.Ordinal), item.Name, words))),
            ["map"] = FleetMap.Of(hosts, detailed, words),
            ["causes"] = hosts.Count > 1 && !detail.IsLeast ? Causes(hosts, words) : new ScriptArray(),
        };
        var worst = hosts.MinBy(host => VerdictWords.Rank(host.VerdictName));
        VerdictWords.AddOfShape(report, worst?.VerdictName ?? Verdict.NotApplicable.Name(), words);
        return report;
    }

    // The hosts that are named, and how many rules of each are listed at most.
    private static Dictionary<HostModel, int> MostRulesOf(IReadOnlyList<HostModel> hosts, Detail detail)
    {
        var most = new Dictionary<HostModel, int>();
        var left = detail.Rules;
        foreach (var host in hosts.OrderBy(host => VerdictWords.Rank(host.VerdictName)).Take(detail.Hosts))
        {
            most[host] = host.IsUnreadable && left > 0 ? 1 : left;
            left = Math.Max(0, left - (detail.HasPassing ? host.Rules.Count : host.OpenCount));
        }

        return most;
    }

    // What a document of this detail does not tell, as a sentence; empty if it tells all.
    private static string LeftOut(IReadOnlyList<HostModel> hosts, List<ScriptObject> shown, HashSet<HostModel> detailed, ReportWords words)
    {
        var listed = shown.SelectMany(host => (ScriptArray)host["sections"]!).Sum(section => ((ScriptArray)((ScriptObject)section!)["rules"]!).Count);
        var (rules, unnamed) = (hosts.Sum(host => host.Rules.Count) - listed, hosts.Count - shown.Count);
        IEnumerable<string> parts = [.. rules > 0 ? [words.Say("left_out.rules", $"{rules}")] : Array.Empty<string>(), .. unnamed > 0 ? [words.Say("left_out.hosts", $"{unnamed}")] : Array.Empty<string>()];
        return rules + unnamed > 0 ? words.Say("left_out", string.Join(words.Say("comma_between"), parts)) : string.Empty;
    }

    private static string Headline(IReadOnlyList<HostModel> hosts, ReportWords words) => hosts.Count == 0
        ? words.Say("headline.none")
        : string.Join(words.Say("comma_between"), hosts.GroupBy(host => VerdictWords.Of(host.VerdictName).OfShape(words), StringComparer.Ordinal)
            .OrderBy(group => VerdictWords.Rank(group.First().VerdictName))
            .Select(group => words.Say("headline.some", $"{group.Count()}", $"{hosts.Count}", group.Key)));

    private static ScriptArray Causes(IReadOnlyList<HostModel> hosts, ReportWords words) => ScriptValues.List(hosts
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
