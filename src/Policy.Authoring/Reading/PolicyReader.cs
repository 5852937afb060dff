using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads policies: LANGUAGE 1.1.</summary>
internal static class PolicyReader
{
    /// <summary>Reads a policy; null after a complaint.</summary>
    /// <param name="node">The document.</param>
    /// <param name="origin">Its text.</param>
    /// <param name="catalogue">The facts of the program's sources.</param>
    /// <param name="complaints">Where to complain.</param>
    public static PolicyDocument? Read(YamlMapping node, DocumentOrigin origin, FactCatalogue catalogue, Complaints complaints)
    {
        var about = Headers.Read(node, "policy", origin, complaints);
        var facts = FactReader.Read(node, catalogue, complaints);
        var parameters = ParameterReader.Read(node, complaints);
        var definitionNodes = node.Entries("define");
        var scope = new ConditionScope(
            catalogue.With(facts),
            parameters.ToDictionary(item => item.Name, StringComparer.Ordinal),
            definitionNodes.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal),
            complaints)
        { Unsound = Unsound(node, facts, parameters) };
        var definitions = Definitions(definitionNodes, scope);
        var applies = node.Find("applies") is { } condition ? ConditionReader.Read(condition, scope) : null;
        var rules = RuleReader.Read(node, scope);
        return complaints.IsFine && about is not null ? new PolicyDocument(about, facts, parameters, definitions, applies, rules) : null;
    }

    private static HashSet<string> Unsound(YamlMapping node, Sequence<FactDescription> facts, Sequence<Parameter> parameters)
    {
        var declared = node.Entries("facts").Select(entry => FactPath.TryParse(entry.Key.Text, out var path) ? path.Root : entry.Key.Text)
            .Concat(node.Entries("parameters").Select(entry => entry.Key.Text));
        return [.. declared.Except(facts.Select(fact => fact.Path.Root)).Except(parameters.Select(parameter => parameter.Name))];
    }

    private static Sequence<Definition> Definitions(Sequence<YamlEntry> entries, ConditionScope scope)
    {
        var conditions = entries.ToDictionary(entry => entry.Key.Text, entry => ConditionReader.Read(entry.Value, scope), StringComparer.Ordinal);
        var uses = entries.ToDictionary(entry => entry.Key.Text, entry => (IReadOnlyList<YamlScalar>)[.. Uses(entry.Value)], StringComparer.Ordinal);
        return Cycles.Order(uses, scope.Complaints)
            .Where(name => conditions[name] is not null)
            .Select(name => new Definition(name, conditions[name]!))
            .ToSequence();
    }

    private static IEnumerable<YamlScalar> Uses(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => entry is { Key.Text: "use", Value: YamlScalar name } ? [name] : Uses(entry.Value)),
        YamlSequence list => list.Items.SelectMany(Uses),
        _ => [],
    };
}
