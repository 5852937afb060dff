using System.Globalization;
using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>One host as templates see it.</summary>
internal sealed class HostModel
{
    private static readonly (string Label, string[] Paths)[] Known =
    [
        ("about.os", ["os.pretty_name", "os.name", "os.id"]),
        ("about.kind", ["host.kind"]),
        ("about.kernel", ["kernel.release"]),
        ("about.architecture", ["cpu.architecture"]),
        ("about.processor", ["cpu.model_name"]),
        ("about.processors", ["cpu.usable", "cpu.online", "cpu.logical"]),
        ("about.memory", ["memory.usable", "memory.total"]),
    ];

    private static readonly (string Name, Verdict Verdict)[] Sections =
    [
        ("missing", Verdict.Fail),
        ("undecided", Verdict.Unknown),
        ("warnings", Verdict.Warn),
        ("waived", Verdict.Waived),
        ("passed", Verdict.Pass),
        ("not_applicable", Verdict.NotApplicable),
    ];

    private readonly JsonElement host;
    private readonly HostRules rules;
    private readonly Sequence<Shape> shapes;
    private readonly ReportWords words;

    /// <summary>Reads a host.</summary>
    /// <param name="host">The host as results hold it.</param>
    /// <param name="number">Its place, from 1; 0 if it is alone.</param>
    /// <param name="words">The language.</param>
    public HostModel(JsonElement host, int number, ReportWords words)
    {
        this.host = host;
        this.words = words;
        Anchor = string.Create(CultureInfo.InvariantCulture, $"host-{Math.Max(number, 1)}");
        rules = HostRules.Of(host, number == 0 ? string.Empty : $"{Anchor}-");
        shapes = Shape.Of(host);
    }

    /// <summary>Its id in the document.</summary>
    public string Anchor { get; }

    /// <summary>Its verdict as results name it.</summary>
    public string VerdictName => VerdictWords.Of(host.Text("verdict")).Name;

    /// <summary>Its name.</summary>
    public string Name => host.Text("host");

    /// <summary>Whether its facts could not be read.</summary>
    public bool IsUnreadable => host.Member("error") is not null;

    /// <summary>Its rules, each once.</summary>
    public IReadOnlyList<ShownRule> Rules => rules.Shown;

    /// <summary>The titles of what it is judged for.</summary>
    public Sequence<string> ShapeTitles => [.. shapes.Select(shape => shape.Title)];

    /// <summary>What is not met and not caused by something else that is not met.</summary>
    public IEnumerable<ShownRule> Causes => rules.Roots(Verdict.Fail.Name());

    /// <summary>The words over what it is judged for.</summary>
    public string? Heading => Shape.Heading(host);

    /// <summary>How its shapes came out, in a line.</summary>
    public string Headline
    {
        get
        {
            var counted = shapes.GroupBy(shape => VerdictWords.Of(shape.Source.Text("verdict")).OfShape(words), StringComparer.Ordinal)
                .OrderBy(group => VerdictWords.Rank(group.First().Source.Text("verdict")))
                .Select(group => Quantified(group.Key, group.Count(), shapes.Count));
            return IsUnreadable ? words.Say("unreadable") : shapes.Count == 0 ? words.Say("shape.not_applicable") : string.Join(words.Say("comma_between"), counted);
        }
    }

    /// <summary>How many of its rules there is something to do about.</summary>
    public int OpenCount => Rules.Count(rule => Sections.Any(section => section.Verdict.Name() == rule.First.Verdict && section.Verdict is not (Verdict.Pass or Verdict.NotApplicable)));

    /// <summary>The host as templates see it.</summary>
    /// <param name="most">The most rules to list; 0 for no word about its rules.</param>
    /// <param name="hasPassing">Whether rules are listed that there is nothing to do about.</param>
    public ScriptObject ForTemplates(int most, bool hasPassing)
    {
        var model = new ScriptObject(StringComparer.Ordinal) { ["name"] = Name, ["anchor"] = Anchor, ["is_detailed"] = most > 0 };
        VerdictWords.AddOfShape(model, VerdictName, words);
        model["error"] = IsUnreadable ? host.Text("error") : null;
        model["facts"] = Facts(host.Member("facts") ?? default);
        model["about"] = About();
        model["counts"] = Tally.Of(rules.Shown, VerdictName, words);
        model["shapes"] = ScriptValues.List(shapes.Select(shape => shape.ForTemplates(rules, words)));
        model["headline"] = Headline;
        AdviceModel.Add(model, host, rules, words);
        model["sections"] = ListSections(model, most, hasPassing);
        return model;
    }

    private static ScriptObject Facts(JsonElement facts) => new(StringComparer.Ordinal)
    {
        ["digest"] = facts.Text("digest"),
        ["collected_at"] = facts.Text("collected_at"),
        ["collector"] = facts.Text("collector"),
    };

    private string Quantified(string word, int count, int all) => (count, all) switch
    {
        (1, 1) => word,
        _ when count == all => words.Say("headline.all", $"{all}", word),
        _ => words.Say("headline.some", $"{count}", $"{all}", word),
    };

    private ScriptArray ListSections(ScriptObject model, int most, bool hasPassing)
    {
        var cards = new RuleCard(rules, shapes, words);
        var sections = new ScriptArray();
        var listed = 0;
        foreach (var (name, verdict) in Sections)
        {
            var isFolded = verdict is Verdict.Pass or Verdict.NotApplicable;
            var all = most > 0 ? rules.OfVerdict(verdict.Name()).ToList() : [];
            var list = ScriptValues.List(all.Take(isFolded && !hasPassing ? 0 : Math.Max(0, most - listed)).Select(cards.Of));
            listed += list.Count;
            model[name] = list;
            if (all.Count > 0)
            {
                sections.Add(new ScriptObject(StringComparer.Ordinal)
                {
                    ["name"] = name,
                    ["title"] = words.Say($"section.{name}"),
                    ["rules"] = list,
                    ["count"] = all.Count,
                    ["left_out"] = all.Count - list.Count,
                    ["is_folded"] = isFolded,
                });
            }
        }

        return sections;
    }

    private ScriptArray About()
    {
        var evidence = host.List("policies").SelectMany(policy => policy.List("rules")).SelectMany(rule => rule.List("evidence"))
            .Where(item => item.Text("state") == "present")
            .DistinctBy(item => item.Text("path"))
            .ToDictionary(item => item.Text("path"), item => item.Text("shown"), StringComparer.Ordinal);
        return ScriptValues.List(Known
            .Select(entry => (entry.Label, Path: entry.Paths.FirstOrDefault(evidence.ContainsKey)))
            .Where(entry => entry.Path is not null)
            .Select(entry => new ScriptObject(StringComparer.Ordinal) { ["label"] = words.Say(entry.Label), ["value"] = evidence[entry.Path!] }));
    }
}
