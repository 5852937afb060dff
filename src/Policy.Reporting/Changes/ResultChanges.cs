using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Reporting.Model;
using Policy.Reporting.Results;
using Policy.Reporting.Words;

namespace Policy.Reporting.Changes;

/// <summary>What changed between two results: rules are the same by host, policy, profile and id.</summary>
public static class ResultChanges
{
    /// <summary>The changes, in the order of the newer results; what is there no more stands at the end.</summary>
    /// <param name="old">The older results.</param>
    /// <param name="recent">The newer results.</param>
    /// <param name="words">The language.</param>
    public static Sequence<Change> Find(JsonElement old, JsonElement recent, ReportWords words)
    {
        var before = RowsOf(old);
        var after = RowsOf(recent);
        var changes = after.Select(item => before.TryGetValue(item.Key, out var was) ? Compare(was, item.Value, words) : Alone(ChangeKind.New, item.Value, words));
        var gone = before.Where(item => !after.ContainsKey(item.Key)).Select(item => Alone(ChangeKind.Gone, item.Value, words));
        // Copies of a policy for several profiles mostly change alike.
        return [.. changes.Concat(gone).OfType<Change>().DistinctBy(change => (change.Host, change.Name, change.From, change.To, change.Flips))];
    }

    private static Dictionary<(string Host, string Policy, string Profile, string Rule), PlacedRow> RowsOf(JsonElement results)
    {
        var rows = new Dictionary<(string, string, string, string), PlacedRow>();
        foreach (var row in ResultRow.Of(results))
        {
            rows.TryAdd((row.Host.Text("host"), row.Policy.Text("policy"), row.Policy.Text("profile"), row.Rule.Text("id")), new PlacedRow(row, results));
        }

        return rows;
    }

    private static Change? Compare(PlacedRow old, PlacedRow recent, ReportWords words)
    {
        var (from, to) = (VerdictOf(old), VerdictOf(recent));
        return from == to ? null : ChangeOf(KindOf(from, to), recent.Row) with
        {
            From = WordOf(from, words),
            To = WordOf(to, words),
            Flips = FlipsOf(old.Row.Rule, recent.Row.Rule, words),
            Why = WhyOf(old, recent),
        };
    }

    private static Change Alone(ChangeKind kind, PlacedRow row, ReportWords words)
    {
        var word = WordOf(VerdictOf(row), words);
        return ChangeOf(kind, row.Row) with { From = kind == ChangeKind.Gone ? word : string.Empty, To = kind == ChangeKind.New ? word : string.Empty };
    }

    private static Change ChangeOf(ChangeKind kind, ResultRow row) => new(kind, row.Host.Text("host"), row.RuleName, string.Empty, string.Empty)
    {
        Title = row.Rule.Text("title"),
        Severity = row.Rule.Text("severity"),
    };

    private static ChangeKind KindOf(Verdict from, Verdict to) => (from, to) switch
    {
        (_, Verdict.Fail) => ChangeKind.Broken,
        (_, Verdict.Unknown) => ChangeKind.Unknown,
        (Verdict.Fail, _) => ChangeKind.Fixed,
        (Verdict.Unknown, _) => ChangeKind.Known,
        _ => ChangeKind.Other,
    };

    private static Verdict VerdictOf(PlacedRow row) => Verdicts.Find(row.Row.Rule.Text("verdict")) ?? Verdict.Unknown;

    private static string WordOf(Verdict verdict, ReportWords words) => VerdictWords.Of(verdict.Name()).OfRule(words);

    private static Sequence<Flip> FlipsOf(JsonElement old, JsonElement recent, ReportWords words)
    {
        var (before, after) = (Seen(old, words), Seen(recent, words));
        return [.. before.Keys.Union(after.Keys).Select(path => new Flip(path, before.GetValueOrDefault(path, string.Empty), after.GetValueOrDefault(path, string.Empty))).Where(flip => flip.From != flip.To)];
    }

    private static Dictionary<string, string> Seen(JsonElement rule, ReportWords words)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var evidence in rule.List("evidence"))
        {
            seen.TryAdd(evidence.Text("path"), Observed.Value(evidence, words));
        }

        return seen;
    }

    private static Sequence<string> WhyOf(PlacedRow old, PlacedRow recent)
    {
        var (before, after) = (old.Row, recent.Row);
        (string Name, bool IsOther)[] reasons =
        [
            ("facts", Evidence(before.Rule) != Evidence(after.Rule)),
            ("policy", before.Policy.Text("digest") != after.Policy.Text("digest")),
            ("parameters", before.Policy.Text("parameters_digest") != after.Policy.Text("parameters_digest")),
            ("waiver", Raw(before.Rule, "waiver") != Raw(after.Rule, "waiver")),
            ("collector", before.Host.Member("facts")?.Text("collector") != after.Host.Member("facts")?.Text("collector")),
            ("engine", old.Results.Text("engine_digest") != recent.Results.Text("engine_digest")),
        ];
        return [.. reasons.Where(reason => reason.IsOther).Select(reason => reason.Name)];
    }

    // The facts without where they were seen.
    private static string Evidence(JsonElement rule) =>
        string.Join('\n', rule.List("evidence").Select(item => $"{item.Text("path")} {item.Text("state")} {Raw(item, "value")} {item.Text("cause")}"));

    private static string Raw(JsonElement element, string name) => element.Member(name)?.GetRawText() ?? string.Empty;

    private sealed record PlacedRow(ResultRow Row, JsonElement Results);
}
