using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads <c>some</c>, <c>every</c>, <c>none</c>, <c>count</c> and <c>sum</c> with their siblings <c>where</c> and <c>empty</c>.</summary>
internal static class QuantifierReader
{
    /// <summary>The quantifiers.</summary>
    public static readonly IReadOnlyList<string> Names = ["some", "every", "none", "count", "sum"];

    /// <summary>Complains about siblings that stand beside nothing that they modify.</summary>
    public static void CheckModifiers(YamlMapping mapping, ConditionScope scope)
    {
        var keys = mapping.Entries.Select(entry => entry.Key.Text).ToList();
        foreach (var key in mapping.Entries.Select(entry => entry.Key))
        {
            var modified = key.Text switch { "where" => Names, "empty" => ["every", "none"], _ => null };
            if (modified is not null && !modified.Any(keys.Contains))
            {
                scope.Complaints.Add(DiagnosticCodes.Misplaced, key.Span, $"`{key.Text}` stands without {string.Join(" or ", modified.Select(name => $"`{name}`"))}");
            }
        }
    }

    public static Matcher? Read(YamlEntry entry, YamlMapping mapping, FactType type, ConditionScope scope)
    {
        var name = entry.Key.Text;
        if (FactCatalogue.ElementOf(type) is not { } element)
        {
            scope.Complaints.Add(DiagnosticCodes.OperatorDoesNotFit, entry.Key.Span, $"`{name}` asks the elements of a list or map, and this is a {type}");
            return null;
        }

        var whereNode = mapping.Find("where");
        var where = whereNode is null ? null : Body(whereNode, element, scope);
        Matcher? matcher = name switch
        {
            "count" => Count(entry, where, scope),
            "sum" => Sum(entry, element, where, scope),
            _ => Quantified(entry, mapping, new Elements(element, where), scope),
        };
        return whereNode is not null && where is null ? null : matcher;
    }

    private static QuantifiedMatcher? Quantified(YamlEntry entry, YamlMapping mapping, Elements elements, ConditionScope scope)
    {
        var body = Body(entry.Value, elements.Type, scope);
        var quantifier = entry.Key.Text switch { "some" => Quantifier.Some, "every" => Quantifier.Every, _ => Quantifier.None };
        var empty = quantifier == Quantifier.Some ? Truth.False : Empty(entry, mapping, scope);
        return body is null || empty is null ? null : new QuantifiedMatcher(quantifier, body, elements.Where, empty.Value, entry.Key.Span);
    }

    private static Truth? Empty(YamlEntry entry, YamlMapping mapping, ConditionScope scope)
    {
        switch (mapping.Find("empty"))
        {
            case null:
                scope.Complaints.Add(DiagnosticCodes.MissingKey, entry.Key.Span, $"`{entry.Key.Text}` needs `empty: pass`, `fail` or `unknown` beside it", "it says what holds where there is no element");
                return null;
            case YamlScalar scalar when Answers.Find(scalar.Text) is { } truth:
                return truth;
            case YamlScalar scalar:
                Answers.Complain(scalar, scope.Complaints);
                return null;
            case var node:
                scope.Complaints.Add(DiagnosticCodes.WrongShape, node.Span, "`empty` takes `pass`, `fail` or `unknown`");
                return null;
        }
    }

    private static Condition? Body(YamlNode node, FactType element, ConditionScope scope)
    {
        var inner = scope with { Element = element };
        if (element is RecordType)
        {
            return ConditionReader.Read(node, inner);
        }

        return MatcherReader.Read(node, element, inner) is { } matcher ? new TestCondition(new ElementSubject(element), matcher, node.Span) : null;
    }

    private static CountMatcher? Count(YamlEntry entry, Condition? where, ConditionScope scope) =>
        MatcherReader.Read(entry.Value, new NumberType(), scope) is { } number ? new CountMatcher(number, where, entry.Key.Span) : null;

    private static SumMatcher? Sum(YamlEntry entry, FactType element, Condition? where, ConditionScope scope)
    {
        if (entry.Value is not YamlMapping mapping || mapping.Find("of") is not YamlScalar path)
        {
            scope.Complaints.Add(DiagnosticCodes.MissingKey, entry.Key.Span, "`sum` needs the field that is added up", "write `sum: { of: .size, at_least: 10 GiB }`");
            return null;
        }

        if ((scope with { Element = element }).Subject(path) is not FieldSubject field)
        {
            return null;
        }

        if (field.Type is not NumberType)
        {
            scope.Complaints.Add(DiagnosticCodes.OperatorDoesNotFit, path.Span, $"`{path.Text}` is a {field.Type}, and only numbers add up");
            return null;
        }

        var rest = mapping with { Entries = mapping.Entries.Where(item => item.Key.Text != "of").ToSequence() };
        return MatcherReader.Read(rest, field.Type, scope) is { } number ? new SumMatcher(field, number, where, entry.Key.Span) : null;
    }

    private sealed record Elements(FactType Type, Condition? Where);
}
