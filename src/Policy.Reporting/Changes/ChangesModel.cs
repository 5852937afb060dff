using Policy.Core.Diagnostics;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Changes;

/// <summary>Changes as templates see them: grouped by what became of things, the worst first.</summary>
internal static class ChangesModel
{
    /// <summary>How many changes a document lists.</summary>
    private const int Most = 5000;

    /// <summary>The model.</summary>
    public static ScriptObject Of(ChangesDocument document, ReportWords words) => new(StringComparer.Ordinal)
    {
        ["language"] = words.Language.Tag,
        ["engine"] = document.Engine,
        ["old"] = document.Old,
        ["recent"] = document.Recent,
        ["headline"] = document.Headline(words),
        ["omitted"] = Math.Max(0, document.Changes.Count - Most),
        ["groups"] = List(Groups(document.Changes).Select(group => new ScriptObject(StringComparer.Ordinal)
        {
            ["kind"] = group.Key.Name(),
            ["title"] = words.Say(KeyOf(group.Key)),
            ["count"] = group.Count(),
            ["verdict"] = group.Key switch { ChangeKind.Broken => "fail", ChangeKind.Unknown => "unknown", ChangeKind.Fixed => "pass", _ => "not_applicable" },
            ["changes"] = List(group.Select(change => Of(change, words))),
        })),
    };

    /// <summary>The changes by kind, the worst first, at most as many as a document lists.</summary>
    public static IEnumerable<IGrouping<ChangeKind, Change>> Groups(Sequence<Change> changes) => changes.OrderBy(change => change.Kind).Take(Most).GroupBy(change => change.Kind);

    /// <summary>The name of the words for a kind.</summary>
    public static string KeyOf(ChangeKind kind) => $"diff.{kind.Name()}";

    private static ScriptObject Of(Change change, ReportWords words) => new(StringComparer.Ordinal)
    {
        ["host"] = change.Host,
        ["name"] = change.Name,
        ["title"] = change.Title,
        ["severity"] = change.Severity,
        ["from"] = change.From,
        ["to"] = change.To,
        ["flips"] = List(change.Flips.Select(flip => new ScriptObject(StringComparer.Ordinal) { ["path"] = flip.Path, ["from"] = flip.From, ["to"] = flip.To })),
        ["why"] = string.Join(words.Say("comma_between"), change.Why.Select(reason => words.Say($"diff.why.{reason}"))),
    };

    private static ScriptArray List(IEnumerable<ScriptObject> items) => [.. items];
}
