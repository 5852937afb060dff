using System.Globalization;
using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>One host as templates see it.</summary>
internal sealed class HostModel
{
    private static readonly (string Label, string[] Paths)[] Known =
    [
        ("Operating system", ["os.pretty_name", "os.name", "os.id"]),
        ("Kind", ["host.kind"]),
        ("Kernel", ["kernel.release"]),
        ("Architecture", ["cpu.architecture"]),
        ("Processor", ["cpu.model_name"]),
        ("Processors", ["cpu.usable", "cpu.online", "cpu.logical"]),
        ("Memory", ["memory.usable", "memory.total"]),
    ];

    private static readonly (string Name, Verdict Verdict, string Title)[] Sections =
    [
        ("missing", Verdict.Fail, "What is missing"),
        ("undecided", Verdict.Unknown, "What could not be decided"),
        ("warnings", Verdict.Warn, "Warnings"),
        ("waived", Verdict.Waived, "Waived"),
        ("passed", Verdict.Pass, "What is there"),
        ("not_applicable", Verdict.NotApplicable, "Not applicable"),
    ];

    private readonly JsonElement host;
    private readonly HostRules rules;
    private readonly Sequence<Shape> shapes;

    /// <summary>Reads a host.</summary>
    /// <param name="host">The host as results hold it.</param>
    /// <param name="number">Its place, from 1; 0 if it is alone.</param>
    public HostModel(JsonElement host, int number)
    {
        this.host = host;
        Anchor = string.Create(CultureInfo.InvariantCulture, $"host-{Math.Max(number, 1)}");
        rules = HostRules.Of(host, number == 0 ? string.Empty : $"{Anchor}-");
        shapes = Shape.Of(host);
    }

    /// <summary>Its id in the document.</summary>
    public string Anchor { get; }

    /// <summary>Its verdict as results name it.</summary>
    public string VerdictName => VerdictWords.Of(host.Text("verdict")).Name;

    /// <summary>How many rules it has.</summary>
    public int RuleCount => rules.Shown.Count;

    /// <summary>The titles of what it is judged for.</summary>
    public Sequence<string> ShapeTitles => [.. shapes.Select(shape => shape.Title)];

    /// <summary>What is not met and not caused by something else that is not met.</summary>
    public IEnumerable<ShownRule> Causes => rules.Roots(Verdict.Fail.Name());

    /// <summary>The words over what it is judged for.</summary>
    public string? Heading => Shape.Heading(host);

    /// <summary>The host as templates see it.</summary>
    /// <param name="isDetailed">Whether its rules are listed.</param>
    public ScriptObject ForTemplates(bool isDetailed)
    {
        var model = new ScriptObject(StringComparer.Ordinal) { ["name"] = host.Text("host"), ["anchor"] = Anchor, ["is_detailed"] = isDetailed };
        VerdictWords.Add(model, VerdictName, isRule: false);
        model["error"] = host.Member("error") is null ? null : host.Text("error");
        model["facts"] = Facts(host.Member("facts") ?? default);
        model["about"] = About();
        model["counts"] = Tally.Of(rules.Shown, VerdictName);
        model["shapes"] = ScriptValues.List(shapes.Select(shape => shape.ForTemplates(rules)));
        model["headline"] = Headline();
        AdviceModel.Add(model, host, rules);
        model["sections"] = ListSections(model, isDetailed);
        return model;
    }

    private static ScriptObject Facts(JsonElement facts) => new(StringComparer.Ordinal)
    {
        ["digest"] = facts.Text("digest"),
        ["collected_at"] = facts.Text("collected_at"),
        ["collector"] = facts.Text("collector"),
    };

    private static string Quantified(string word, int count, int all) => (count, all) switch
    {
        (1, 1) => word,
        _ when count == all => string.Create(CultureInfo.InvariantCulture, $"all {all} {word}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} of {all} {word}"),
    };

    private ScriptArray ListSections(ScriptObject model, bool isDetailed)
    {
        var cards = new RuleCard(rules, shapes);
        var sections = new ScriptArray();
        foreach (var (name, verdict, title) in Sections)
        {
            var list = ScriptValues.List((isDetailed ? rules.OfVerdict(verdict.Name()) : []).Select(cards.Of));
            model[name] = list;
            if (list.Count > 0)
            {
                sections.Add(new ScriptObject(StringComparer.Ordinal)
                {
                    ["name"] = name,
                    ["title"] = title,
                    ["rules"] = list,
                    ["is_folded"] = verdict is Verdict.Pass or Verdict.NotApplicable,
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
            .Select(entry => new ScriptObject(StringComparer.Ordinal) { ["label"] = entry.Label, ["value"] = evidence[entry.Path!] }));
    }

    private string Headline()
    {
        if (host.Member("error") is not null)
        {
            return "not readable";
        }

        var words = shapes.GroupBy(shape => VerdictWords.Of(shape.Source.Text("verdict")).OfShape, StringComparer.Ordinal)
            .OrderBy(group => VerdictWords.Rank(group.First().Source.Text("verdict")))
            .Select(group => Quantified(group.Key, group.Count(), shapes.Count));
        return shapes.Count == 0 ? "nothing decided" : string.Join(", ", words);
    }
}
