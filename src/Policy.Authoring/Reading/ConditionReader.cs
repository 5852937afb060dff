using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>Reads conditions: LANGUAGE 4. A null is something that was complained about; reading goes on with what stands beside it.</summary>
internal static class ConditionReader
{
    /// <summary>The keys that are no paths.</summary>
    public static readonly IReadOnlyList<string> Keywords =
        ["all", "any", "none", "not", "at_least", "at_most", "exactly", "of", "when", "then", "else", "switch", "cases", "default", "use"];

    private static readonly Dictionary<string, string> CompanionOf = new(StringComparer.Ordinal)
    {
        ["of"] = "at_least",
        ["then"] = "when",
        ["else"] = "when",
        ["cases"] = "switch",
        ["default"] = "switch",
    };

    /// <summary>Reads a condition.</summary>
    public static Condition? Read(YamlNode node, ConditionScope scope)
    {
        if (node is not YamlMapping mapping)
        {
            scope.Complaints.Add(DiagnosticCodes.WrongShape, node.Span, "a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`");
            return null;
        }

        if (mapping.Entries.Count == 0)
        {
            scope.Complaints.Add(DiagnosticCodes.Empty, node.Span, "an empty condition", "write `{ cpu.flags: { contains: vmx } }`");
            return null;
        }

        CheckCompanions(mapping, scope);
        var entries = mapping.Entries.Where(entry => !CompanionOf.ContainsKey(entry.Key.Text)).Select(entry => ReadEntry(entry, mapping, scope)).ToList();
        return Whole(entries, items => items.Count == 1 ? items[0] : new AllCondition(items, node.Span));
    }

    /// <summary>Makes a whole of parts; null if one of them is.</summary>
    public static T? Whole<T>(IReadOnlyCollection<T?> parts, Func<Sequence<T>, T> make)
        where T : class => parts.Count == 0 || parts.Any(part => part is null) ? null : make(parts.Select(part => part!).ToSequence());

    private static Condition? ReadEntry(YamlEntry entry, YamlMapping mapping, ConditionScope scope)
    {
        var span = entry.Key.Span;
        return entry.Key.Text switch
        {
            "all" => List(entry.Value, scope, items => new AllCondition(items, span)),
            "any" => List(entry.Value, scope, items => new AnyCondition(items, span)),
            "none" => List(entry.Value, scope, items => new NoneCondition(items, span)),
            "not" => Read(entry.Value, scope) is { } item ? new NotCondition(item, span) : null,
            "at_least" => CountReader.Read(entry, CountBound.AtLeast, mapping, scope),
            "at_most" => CountReader.Read(entry, CountBound.AtMost, mapping, scope),
            "exactly" => CountReader.Read(entry, CountBound.Exactly, mapping, scope),
            "when" => When(entry, mapping, scope),
            "switch" => SwitchReader.Read(entry, mapping, scope),
            "use" => Use(entry.Value, scope),
            _ => Test(entry, scope),
        };
    }

    /// <summary>Reads a non-empty list of conditions.</summary>
    public static Condition? List(YamlNode node, ConditionScope scope, Func<Sequence<Condition>, Condition> make)
    {
        if (node is not YamlSequence { Items.Count: > 0 } list)
        {
            scope.Complaints.Add(node is YamlSequence ? DiagnosticCodes.Empty : DiagnosticCodes.WrongShape, node.Span, "expected a list with at least one condition");
            return null;
        }

        return Whole([.. list.Items.Select(item => Read(item, scope))], make);
    }

    private static WhenCondition? When(YamlEntry entry, YamlMapping mapping, ConditionScope scope)
    {
        var condition = Read(entry.Value, scope);
        var then = mapping.Find("then") is { } thenNode ? Read(thenNode, scope) : Missing(entry, "then", scope);
        var otherwise = mapping.Find("else") is { } elseNode ? Read(elseNode, scope) : null;
        return condition is null || then is null || (otherwise is null && mapping.Find("else") is not null) ? null
            : new WhenCondition(condition, then, otherwise, entry.Key.Span);
    }

    private static UseCondition? Use(YamlNode node, ConditionScope scope)
    {
        if (node is not YamlScalar name)
        {
            return null;
        }

        if (scope.Element is not null)
        {
            scope.Complaints.Add(DiagnosticCodes.Misplaced, name.Span, "a definition is about the host, not about an element", "write the condition over the element's fields here");
            return null;
        }

        if (scope.Definitions.Contains(name.Text))
        {
            return new UseCondition(name.Text, name.Span);
        }

        scope.Complaints.Add(DiagnosticCodes.UnknownDefinition, name.Span, $"there is no definition `{name.Text}`", scope.Complaints.Nearest(name, scope.Definitions) ?? "define it under `define`");
        return null;
    }

    private static TestCondition? Test(YamlEntry entry, ConditionScope scope)
    {
        var subject = scope.Subject(entry.Key);
        var matcher = subject is null ? null : MatcherReader.Read(entry.Value, subject.Type, scope);
        return matcher is null ? null : new TestCondition(subject!, matcher, entry.Key.Span);
    }

    private static void CheckCompanions(YamlMapping mapping, ConditionScope scope)
    {
        foreach (var key in mapping.Entries.Select(entry => entry.Key))
        {
            if (CompanionOf.TryGetValue(key.Text, out var keyword) && mapping.Find(keyword) is null && !(key.Text == "of" && CountReader.HasBound(mapping)))
            {
                scope.Complaints.Add(DiagnosticCodes.Misplaced, key.Span, $"`{key.Text}` stands without `{keyword}`");
            }
        }
    }

    /// <summary>Complains that an entry needs another one beside it.</summary>
    public static Condition? Missing(YamlEntry entry, string key, ConditionScope scope)
    {
        scope.Complaints.Add(DiagnosticCodes.MissingKey, entry.Key.Span, $"`{entry.Key.Text}` needs `{key}` beside it");
        return null;
    }
}
