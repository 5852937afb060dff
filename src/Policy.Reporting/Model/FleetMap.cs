using System.Globalization;
using System.Text;
using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>The verdicts of many hosts by rule: hosts with the same root causes stand together, the worst first.</summary>
internal static class FleetMap
{
    private const int MostTitles = 3;

    /// <summary>The map as templates see it: <c>columns</c>, how many hosts it has, <c>groups</c> of hosts in the order of the columns, <c>rows</c> of rules, and <c>rest</c>, how many rules no host fails.</summary>
    /// <param name="hosts">The hosts.</param>
    /// <param name="detailed">Those whose rules are listed.</param>
    /// <param name="words">The language.</param>
    public static ScriptObject Of(IReadOnlyList<HostModel> hosts, IReadOnlySet<HostModel> detailed, ReportWords words)
    {
        var groups = Groups(hosts.Count > 1 ? hosts : []);
        var columns = groups.SelectMany(group => group).ToList();
        var rules = RowsOf(columns);
        var rows = rules.Where(row => row.Count(Verdict.Fail) + row.Count(Verdict.Unknown) > 0)
            .OrderByDescending(row => row.Count(Verdict.Fail)).ThenByDescending(row => row.Count(Verdict.Unknown)).ThenByDescending(row => row.Rule.First.Severity).ToList();
        return new ScriptObject(StringComparer.Ordinal)
        {
            ["columns"] = columns.Count,
            ["groups"] = ScriptValues.List(groups.Select(group => Group(group, detailed, words))),
            ["rows"] = ScriptValues.List(rows.Select(row => Row(row, columns, detailed, words))),
            ["rest"] = rules.Count - rows.Count,
        };
    }

    private static List<IReadOnlyList<HostModel>> Groups(IReadOnlyList<HostModel> hosts) => [.. hosts
        .GroupBy(host => string.Join('\0', host.Causes.Select(NameOf).Distinct().Order(StringComparer.Ordinal).Prepend(host.VerdictName)), StringComparer.Ordinal)
        .OrderBy(group => VerdictWords.Rank(group.First().VerdictName))
        .ThenByDescending(group => group.Count())
        .Select(group => group.ToList())];

    private static ScriptObject Group(IReadOnlyList<HostModel> hosts, IReadOnlySet<HostModel> detailed, ReportWords words)
    {
        var group = new ScriptObject(StringComparer.Ordinal)
        {
            ["title"] = TitleOf(hosts[0], words),
            ["hosts"] = ScriptValues.List(hosts.Select(host => new ScriptObject(StringComparer.Ordinal) { ["name"] = host.Name, ["anchor"] = host.Anchor, ["is_detailed"] = detailed.Contains(host) })),
        };
        VerdictWords.AddOfShape(group, hosts[0].VerdictName, words);
        return group;
    }

    private static string TitleOf(HostModel host, ReportWords words)
    {
        var titles = host.Causes.DistinctBy(NameOf).Select(RuleCard.TitleOf).ToList();
        IEnumerable<string> shown = titles.Count > MostTitles ? titles.Take(MostTitles).Append(words.Say("question.more", $"{titles.Count - MostTitles}")) : titles;
        return host.IsUnreadable ? words.Say("unreadable") : titles.Count == 0 ? words.Say(host.VerdictName == Verdict.Unknown.Name() ? "map.open" : "map.none") : string.Join(words.Say("comma_between"), shown);
    }

    private static List<MapRow> RowsOf(List<HostModel> columns)
    {
        var rows = new List<MapRow>();
        var places = new Dictionary<string, MapRow>(StringComparer.Ordinal);
        foreach (var (column, host) in columns.Index())
        {
            foreach (var rule in host.Rules)
            {
                var name = NameOf(rule);
                if (!places.TryGetValue(name, out var row))
                {
                    places[name] = row = new MapRow(rule, columns.Count);
                    rows.Add(row);
                }

                row.Add(column, rule);
            }
        }

        return rows;
    }

    private static ScriptObject Row(MapRow row, List<HostModel> columns, IReadOnlySet<HostModel> detailed, ReportWords words)
    {
        var counted = VerdictWords.WorstFirst.Index().Select(item => (item.Item, Count: row.CountOfRank(item.Index))).Where(item => item.Count > 0).ToList();
        var worst = row.WorstColumn;
        return new ScriptObject(StringComparer.Ordinal)
        {
            ["name"] = NameOf(row.Rule),
            ["title"] = RuleCard.TitleOf(row.Rule),
            ["severity"] = row.Rule.First.Severity.Name(),
            ["verdict"] = counted[0].Item.Name,
            ["fail"] = row.Count(Verdict.Fail),
            ["unknown"] = row.Count(Verdict.Unknown),
            ["anchor"] = detailed.Contains(columns[worst]) ? columns[worst].Rules.First(rule => NameOf(rule) == NameOf(row.Rule) && rule.First.Verdict == counted[0].Item.Name).Anchor : string.Empty,
            ["text"] = string.Join("; ", counted.Select(item => words.Say("question.group", item.Item.OfRule(words), words.Say("hosts_share", $"{item.Count}", $"{columns.Count}")))),
            ["strips"] = ScriptValues.List(counted.Select(item => new ScriptObject(StringComparer.Ordinal) { ["verdict"] = item.Item.Name, ["path"] = row.PathOf(VerdictWords.Rank(item.Item.Name)) })),
        };
    }

    private static string NameOf(ShownRule rule) => $"{rule.First.Policy.Text("policy")}/{rule.First.Id}";

    // A rule over all hosts: for each column the rank of its worst verdict there, or one more than the last where the host does not have it.
    private sealed class MapRow(ShownRule rule, int columns)
    {
        private static readonly byte None = (byte)VerdictWords.WorstFirst.Count;
        private readonly byte[] ranks = [.. Enumerable.Repeat(None, columns)];

        public ShownRule Rule => rule;

        public int WorstColumn => Array.IndexOf(ranks, ranks.Min());

        public void Add(int column, ShownRule shown) => ranks[column] = Math.Min(ranks[column], (byte)VerdictWords.Rank(shown.First.Verdict));

        public int Count(Verdict verdict) => CountOfRank(VerdictWords.Rank(verdict.Name()));

        public int CountOfRank(int rank) => ranks.AsSpan().Count((byte)rank);

        // Lines one unit long for each column of a rank, those side by side as one.
        public string PathOf(int rank)
        {
            var path = new StringBuilder();
            for (var start = 0; start < ranks.Length; start++)
            {
                var end = start;
                while (end < ranks.Length && ranks[end] == rank)
                {
                    end++;
                }

                if (end > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} .5h{end - start}");
                    start = end;
                }
            }

            return path.ToString();
        }
    }
}
