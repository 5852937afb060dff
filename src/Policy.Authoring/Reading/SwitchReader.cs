using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads <c>switch</c> with <c>cases</c> and <c>default</c>.</summary>
internal static class SwitchReader
{
    public static Condition? Read(YamlEntry entry, YamlMapping mapping, ConditionScope scope)
    {
        var subject = entry.Value is YamlScalar path ? scope.Subject(path) : null;
        if (subject is { Type.IsScalar: false })
        {
            scope.Complaints.Add(DiagnosticCodes.OperatorDoesNotFit, entry.Value.Span, $"`{subject}` is a {subject.Type}, and only a single value can be switched on");
            subject = null;
        }

        var cases = Cases(entry, mapping, subject?.Type, scope);
        var otherwise = mapping.Find("default") is { } node ? Default(node, scope) : ConditionReader.Missing(entry, "default", scope);
        return subject is null || cases is null || otherwise is null ? null : new SwitchCondition(subject, cases.Value, otherwise, entry.Key.Span);
    }

    private static Sequence<SwitchCase>? Cases(YamlEntry entry, YamlMapping mapping, FactType? type, ConditionScope scope)
    {
        if (mapping.Find("cases") is not YamlMapping { Entries.Count: > 0 } cases)
        {
            ConditionReader.Missing(entry, "cases", scope);
            return null;
        }

        var read = cases.Entries.Select(item => Case(item, type, scope)).ToList();
        return read.Exists(item => item is null) ? null : read.Select(item => item!).ToSequence();
    }

    private static SwitchCase? Case(YamlEntry entry, FactType? type, ConditionScope scope)
    {
        // A case outside of an enumeration never comes true; that is worth a warning, but it is no mistake of reading.
        var value = type is null ? null : Literals.Read(entry.Key, type is StringType ? new StringType() : type, scope.Complaints);
        var condition = ConditionReader.Read(entry.Value, scope);
        return value is null || condition is null ? null : new SwitchCase(value, condition);
    }

    private static Condition? Default(YamlNode node, ConditionScope scope) => node switch
    {
        YamlScalar { Text: var word } when Answers.Find(word) is { } truth => new ConstantCondition(truth, node.Span),
        YamlScalar scalar => Answers.Complain(scalar, scope.Complaints),
        _ => ConditionReader.Read(node, scope),
    };
}
