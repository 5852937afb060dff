using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Testing.Suggestions;

/// <summary>A host with what the policy says about it, as entries of a document of tests.</summary>
/// <param name="Name">The name of the host: kebab-case.</param>
/// <param name="Host">The entry under <c>hosts</c>; null where a known host does.</param>
/// <param name="Case">The entry under <c>cases</c>.</param>
public sealed record SuggestedHost(string Name, string? Host, string Case)
{
    /// <summary>The entries for a host that was found.</summary>
    /// <param name="found">The host.</param>
    /// <param name="name">A name that no host of the tests has.</param>
    /// <param name="rules">The rules of which something is expected; null for all.</param>
    internal static SuggestedHost Of(FoundHost found, string name, IReadOnlyCollection<string>? rules)
    {
        var isNew = found.Changes.Count > 0;
        var used = isNew ? name : found.Base.Name;
        var parts = new List<(string, string)> { ("host", YamlText.Scalar(used)) };
        if (found.Base.Case is { Parameters.Count: > 0 } given)
        {
            parts.Add(("parameters", YamlText.Mapping(given.Parameters.Select(item => (item.Name, Text(item.Value, found.Base.Run.Plans[0].Policy.Parameters.First(known => known.Name == item.Name).Type))))));
        }

        parts.Add(("expect", YamlText.Mapping(Expected(found, rules))));
        return new SuggestedHost(used, isNew ? $"{name}: {Changes(found)}" : null, $"- {YamlText.Mapping(parts)}");
    }

    private static string Text(FactValue value, FactType type) => YamlText.Value(value, type);

    private static IEnumerable<(string Rule, string Verdict)> Expected(FoundHost found, IReadOnlyCollection<string>? rules)
    {
        var plan = found.Base.Run.Plans[0];
        var verdicts = Assessment.VerdictsOf(plan, found.Facts);
        return plan.Policy.Rules.Zip(verdicts).Where(pair => rules?.Contains(pair.First.Id) != false).Select(pair => (pair.First.Id, pair.Second.Name()));
    }

    private static string Changes(FoundHost found)
    {
        var set = found.Changes.Where(change => change.Observation is Present).Select(change => (change.Fact.Path, YamlText.Value(((Present)change.Observation).Value, change.Fact.Type))).ToList();
        var entries = new List<(string, string)> { ("based_on", YamlText.Scalar(found.Base.Name)) };
        entries.AddRange(set.Count > 0 ? [("set", YamlText.Mapping(set))] : []);
        entries.AddRange(Paths("unset", found.Changes.Where(change => change.Observation is Unknown).Select(change => change.Fact.Path).Concat(found.Changes.SelectMany(Unread))));
        entries.AddRange(Paths("absent", found.Changes.Where(change => change.Observation is Absent).Select(change => change.Fact.Path)));
        return YamlText.Mapping(entries);
    }

    // An entry that cannot be read has no value to be written down.
    private static IEnumerable<string> Unread(HostChange change) => change is { Fact.IsWholeMap: true, Observation: Present { Value: MapValue map } }
        ? map.Entries.Items.Where(entry => entry.Value is Unknown).Select(entry => $"{change.Fact.Fact.Path with { Key = entry.Key }}")
        : [];

    private static IEnumerable<(string, string)> Paths(string key, IEnumerable<string> facts)
    {
        var paths = facts.Select(YamlText.Scalar).Distinct(StringComparer.Ordinal).ToList();
        return paths.Count > 0 ? [(key, $"[{string.Join(", ", paths)}]")] : [];
    }
}
