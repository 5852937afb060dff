using System.Globalization;
using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>Reads <c>at_least: n</c>, <c>at_most: n</c> and <c>exactly: n</c> together with <c>of</c>.</summary>
internal static class CountReader
{
    private static readonly string[] Bounds = ["at_least", "at_most", "exactly"];

    /// <summary>Whether a mapping has one of the bounds.</summary>
    public static bool HasBound(YamlMapping mapping) => Array.Exists(Bounds, bound => mapping.Find(bound) is not null);

    public static Condition? Read(YamlEntry entry, CountBound bound, YamlMapping mapping, ConditionScope scope)
    {
        var number = Number(entry.Value, scope);
        if (mapping.Find("of") is not { } of)
        {
            return ConditionReader.Missing(entry, "of", scope);
        }

        var first = Array.Find(Bounds, name => mapping.Find(name) is not null);
        if (first != entry.Key.Text)
        {
            scope.Complaints.Add(DiagnosticCodes.Misplaced, entry.Key.Span, $"`{entry.Key.Text}` stands beside `{first}`", "one bound stands together with `of`; put the other into a condition of its own");
            return null;
        }

        var counted = ConditionReader.List(of, scope, items => new CountCondition(bound, number ?? 0, items, entry.Key.Span));
        return number is null ? null : counted;
    }

    private static int? Number(YamlNode node, ConditionScope scope)
    {
        if (node is YamlScalar text && int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        scope.Complaints.Add(DiagnosticCodes.Literal, node.Span, "expected a whole number of conditions");
        return null;
    }
}
