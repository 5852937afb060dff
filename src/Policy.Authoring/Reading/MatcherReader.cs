using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads matchers: LANGUAGE 5.</summary>
internal static class MatcherReader
{
    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal) { "where", "empty" };

    /// <summary>Reads what is asked of a subject of a type; null after a complaint.</summary>
    public static Matcher? Read(YamlNode node, FactType type, ConditionScope scope)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return ReadOperator(new YamlEntry(new YamlScalar(FactOperators.Everything[0].Name, true, scalar.Span), scalar), type, scope);
            case YamlMapping { Entries.Count: > 0 } mapping:
                QuantifierReader.CheckModifiers(mapping, scope);
                var entries = mapping.Entries.Where(entry => !Modifiers.Contains(entry.Key.Text)).Select(entry => ReadEntry(entry, mapping, type, scope)).ToList();
                return ConditionReader.Whole(entries, items => items.Count == 1 ? items[0] : new AllMatcher(items, node.Span));
            case YamlMapping:
                scope.Complaints.Add(DiagnosticCodes.Empty, node.Span, "nothing is asked of the fact", "write what must hold, such as `{ is: present }`");
                return null;
            default:
                scope.Complaints.Add(DiagnosticCodes.WrongShape, node.Span, "a list alone does not say how to compare", type is ListType ? "write `contains_all: [...]` or another operator" : "write `one_of: [...]`");
                return null;
        }
    }

    private static Matcher? ReadEntry(YamlEntry entry, YamlMapping mapping, FactType type, ConditionScope scope) => entry.Key.Text switch
    {
        "is" => Presence(entry, type, scope),
        "some" or "every" or "none" or "count" or "sum" => QuantifierReader.Read(entry, mapping, type, scope),
        _ => ReadOperator(entry, type, scope),
    };

    private static IsMatcher? Presence(YamlEntry entry, FactType type, ConditionScope scope)
    {
        if (type is MapType)
        {
            scope.Complaints.Add(DiagnosticCodes.OperatorDoesNotFit, entry.Key.Span, "a whole map is only asked with `some`, `every`, `none`, `count` and `sum`");
            return null;
        }

        if (entry.Value is YamlScalar { Text: "present" or "absent" } word)
        {
            return new IsMatcher(word.Text == "present", entry.Key.Span);
        }

        scope.Complaints.Add(DiagnosticCodes.NotOneOf, entry.Value.Span, $"`is` takes `present` or `absent`, found {(entry.Value is YamlScalar found ? $"`{found.Text}`" : "a list or mapping")}");
        return null;
    }

    private static OperatorMatcher? ReadOperator(YamlEntry entry, FactType type, ConditionScope scope)
    {
        var name = entry.Key.Text;
        if (FactOperators.Find(name) is not { } operation)
        {
            scope.Complaints.Add(DiagnosticCodes.UnknownOperator, entry.Key.Span, $"there is no operator `{name}`", scope.Complaints.Nearest(entry.Key, NamesFor(type)) ?? Legal(type));
            return null;
        }

        if (!operation.Fits(type))
        {
            var isBare = entry.Key.Span == entry.Value.Span;
            var found = isBare ? $"a {type} is not compared with a single value" : $"`{name}` is no operator for a {type}";
            var help = isBare && entry.Value is YamlScalar bare && type is ListType { Of.IsScalar: true } ? $"write `{{ contains: {bare.Text} }}` or another operator for lists" : Legal(type);
            scope.Complaints.Add(DiagnosticCodes.OperatorDoesNotFit, entry.Key.Span, found, help);
            return null;
        }

        return OperandReader.Read(entry.Value, operation, type, scope) is { } operand ? new OperatorMatcher(operation, operand, entry.Key.Span) : null;
    }

    private static IEnumerable<string> NamesFor(FactType type)
    {
        var quantifiers = type is ListType or MapType ? QuantifierReader.Names : [];
        return FactOperators.For(type).Select(item => item.Name).Concat(quantifiers).Concat(type is MapType ? [] : ["is"]);
    }

    private static string Legal(FactType type) => $"a {type} is asked with {string.Join(", ", NamesFor(type).Select(name => $"`{name}`"))}";
}
