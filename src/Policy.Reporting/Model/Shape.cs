using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Reporting.Words;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>What a host is judged for: a profile that holds policies itself, or a policy that belongs to no profile.</summary>
/// <param name="Source">The profile or policy as results hold it.</param>
/// <param name="IsProfile">Whether it is a profile.</param>
/// <param name="Policies">The places of its policies in the host's list.</param>
internal sealed record Shape(JsonElement Source, bool IsProfile, IReadOnlySet<int> Policies)
{
    /// <summary>Its title; the id where it has none.</summary>
    public string Title => Source.Text("title") is { Length: > 0 } title ? title : Id;

    /// <summary>Its id.</summary>
    public string Id => Source.Text(IsProfile ? "profile" : "policy");

    /// <summary>The shapes of a host in the order of its profiles, then of its policies.</summary>
    public static Sequence<Shape> Of(JsonElement host)
    {
        var profiles = host.List("profiles").ToList();
        var shapes = profiles.Where(profile => !IsUmbrella(profile, profiles))
            .Select(profile => new Shape(profile, true, profile.Numbers("indexes").ToHashSet()));
        var covered = profiles.SelectMany(profile => profile.Numbers("indexes")).ToHashSet();
        var alone = host.List("policies").Index().Where(item => !covered.Contains(item.Index))
            .Select(item => new Shape(item.Item, false, new HashSet<int> { item.Index }));
        return [.. shapes, .. alone];
    }

    /// <summary>What all of it is about: the title of the one profile that only holds profiles, or of the one shape; null if there is no such.</summary>
    public static string? Heading(JsonElement host)
    {
        var profiles = host.List("profiles").ToList();
        var umbrellas = profiles.Where(profile => IsUmbrella(profile, profiles)).Where(profile => !IsIncluded(profile, profiles)).ToList();
        var shapes = Of(host);
        return umbrellas.Count == 1 ? umbrellas[0].Text("title") : umbrellas.Count == 0 && shapes.Count == 1 ? shapes[0].Title : null;
    }

    /// <summary>The shape as templates see it.</summary>
    /// <param name="rules">The rules of the host.</param>
    /// <param name="words">The language.</param>
    public ScriptObject ForTemplates(HostRules rules, ReportWords words)
    {
        var verdict = Source.Text("verdict");
        var shape = new ScriptObject(StringComparer.Ordinal)
        {
            ["id"] = Id,
            ["title"] = Title,
            ["summary"] = Source.Text("summary"),
            ["kind"] = IsProfile ? "profile" : "policy",
        };
        VerdictWords.AddOfShape(shape, verdict, words);
        shape["counts"] = Tally.Of([.. rules.Shown.Where(rule => rule.IsIn(Policies))], verdict, words);
        shape["blockers"] = Links(rules, Verdict.Fail, words);
        shape["open"] = Links(rules, Verdict.Unknown, words);
        shape["warnings"] = Links(rules, Verdict.Warn, words);
        return shape;
    }

    private static bool IsUmbrella(JsonElement profile, IReadOnlyCollection<JsonElement> profiles)
    {
        var included = profile.Texts("profiles").ToHashSet(StringComparer.Ordinal);
        var held = profiles.Where(other => included.Contains(other.Text("profile"))).SelectMany(other => other.Numbers("indexes")).ToHashSet();
        return included.Count > 0 && profile.Numbers("indexes").All(held.Contains);
    }

    private static bool IsIncluded(JsonElement profile, IEnumerable<JsonElement> profiles) =>
        profiles.Any(other => other.Texts("profiles").Contains(profile.Text("profile"), StringComparer.Ordinal));

    private ScriptArray Links(HostRules rules, Verdict verdict, ReportWords words) =>
        ScriptValues.List(rules.Roots(verdict.Name()).Where(rule => rule.IsIn(Policies)).Select(rule => RuleCard.Link(rule, words)));
}
