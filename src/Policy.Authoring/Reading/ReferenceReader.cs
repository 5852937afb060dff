using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads operands that are not literals: <c>{ parameter: name }</c> and <c>{ fact: PATH, times: number, plus: literal }</c>.</summary>
internal static class ReferenceReader
{
    private static readonly string[] Keys = ["parameter", "fact", "times", "plus"];

    /// <summary>Reads a reference to a value of a type; null after a complaint.</summary>
    public static Operand? Read(YamlMapping mapping, FactType type, ConditionScope scope)
    {
        foreach (var key in mapping.Entries.Select(entry => entry.Key).Where(key => !Keys.Contains(key.Text)))
        {
            scope.Complaints.Add(DiagnosticCodes.UnknownKey, key.Span, $"an operand has no key `{key.Text}`", scope.Complaints.Nearest(key, Keys) ?? "write `{ parameter: name }` or `{ fact: PATH, times: number, plus: literal }`");
        }

        return (mapping.Find("parameter"), mapping.Find("fact")) switch
        {
            (YamlScalar name, null) => Parameter(name, mapping, type, scope),
            (null, YamlScalar path) => Fact(path, mapping, type, scope),
            _ => Complain(mapping, scope),
        };
    }

    private static Operand? Complain(YamlMapping mapping, ConditionScope scope)
    {
        scope.Complaints.Add(DiagnosticCodes.WrongShape, mapping.Span, "expected a literal, `{ parameter: name }` or `{ fact: PATH }`");
        return null;
    }

    private static ParameterOperand? Parameter(YamlScalar name, YamlMapping mapping, FactType type, ConditionScope scope)
    {
        if (!scope.Parameters.TryGetValue(name.Text, out var parameter))
        {
            if (!scope.Unsound.Contains(name.Text))
            {
                scope.Complaints.Add(DiagnosticCodes.UnknownParameter, name.Span, $"there is no parameter `{name.Text}`", scope.Complaints.Nearest(name, scope.Parameters.Keys) ?? "declare it under `parameters`");
            }

            return null;
        }

        if (mapping.Entries.FirstOrDefault(entry => entry.Key.Text is "times" or "plus") is { } scaled)
        {
            scope.Complaints.Add(DiagnosticCodes.Misplaced, scaled.Key.Span, $"`{scaled.Key.Text}` goes with `fact`, not with `parameter`");
            return null;
        }

        return IsComparable(parameter.Type, type, name, scope) ? new ParameterOperand(name.Text) : null;
    }

    private static FactOperand? Fact(YamlScalar path, YamlMapping mapping, FactType type, ConditionScope scope)
    {
        // An operand may be a fact of the host also where the subject is an element.
        var subject = (path.Text.StartsWith('.') ? scope : scope with { Element = null }).Subject(path);
        if (subject is null || !IsComparable(subject.Type, type, path, scope))
        {
            return null;
        }

        var (times, plus) = (mapping.Find("times"), mapping.Find("plus"));
        if ((times ?? plus) is { } scale && type is not NumberType)
        {
            scope.Complaints.Add(DiagnosticCodes.OperandType, scale.Span, $"only numbers can be scaled, and this is a {type}");
            return null;
        }

        var factor = times is null ? null : Literals.Read(times, new NumberType(), scope.Complaints);
        var summand = plus is null ? null : Literals.Read(plus, type, scope.Complaints);
        return (times is not null && factor is null) || (plus is not null && summand is null) ? null
            : new FactOperand(subject, (factor as NumberValue)?.Value, (summand as NumberValue)?.Value);
    }

    private static bool IsComparable(FactType found, FactType expected, YamlScalar place, ConditionScope scope)
    {
        if (IsComparable(found, expected))
        {
            return true;
        }

        var scheme = found is VersionType and { Scheme: var theirs } && expected is VersionType { Scheme: var ours } && theirs != ours
            ? $" of the scheme {theirs.ToString().ToLowerInvariant()}, and one of the scheme {ours.ToString().ToLowerInvariant()} is expected"
            : $", and a {expected} is expected";
        scope.Complaints.Add(DiagnosticCodes.OperandType, place.Span, $"`{place.Text}` is a {found}{scheme}");
        return false;
    }

    private static bool IsComparable(FactType found, FactType expected) => (found, expected) switch
    {
        (StringType, StringType) => true,
        (ListType list, ListType other) => IsComparable(list.Of, other.Of),
        _ => found.Equals(expected),
    };
}
