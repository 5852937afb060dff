using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads parameters and the values that are chosen for them.</summary>
internal static class ParameterReader
{
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "type", "default", "describe", "scheme", "of" };

    /// <summary>The parameters that are sound, by name, in the order of the text.</summary>
    public static Sequence<Parameter> Read(YamlMapping policy, Complaints complaints) =>
        policy.Entries("parameters").Select(entry => Read(entry, complaints)).OfType<Parameter>().ToSequence();

    /// <summary>Reads a chosen value; null after a complaint.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="node">A text, or a list of texts.</param>
    /// <param name="complaints">Where to complain.</param>
    public static FactValue? Value(Parameter parameter, YamlNode node, Complaints complaints)
    {
        var value = Value(parameter.Type, node, complaints);
        if (value is not null && !parameter.Allows(value))
        {
            var bounds = string.Join(" and ", parameter.Bounds.Select(bound => ConditionText.Of(bound, parameter.Type, new Dictionary<string, FactValue>())));
            complaints.Add(DiagnosticCodes.OutOfBounds, node.Span, $"`{FactText.Of(value, parameter.Type)}` is out of the bounds of `{parameter.Name}`", $"it must hold: {bounds}");
            return null;
        }

        return value;
    }

    private static FactValue? Value(FactType type, YamlNode node, Complaints complaints) => type switch
    {
        ListType when node is YamlSequence { Items.Count: 0 } => new ListValue([]),
        ListType list => Literals.ReadList(node, list.Of, complaints) is { } values ? new ListValue(values.Select(Observation (value) => new Present(value)).ToSequence()) : null,
        _ => Literals.Read(node, type, complaints),
    };

    private static Parameter? Read(YamlEntry entry, Complaints complaints)
    {
        if (entry.Value is not YamlMapping declaration || TypeReader.Read(declaration, complaints) is not { } declared)
        {
            return null;
        }

        if (!declared.IsScalar && declared is not ListType { Of.IsScalar: true })
        {
            complaints.Add(DiagnosticCodes.WrongShape, entry.Key.Span, "a parameter is a single value or a list of single values");
            return null;
        }

        // `one_of` bounds a parameter; its type is the plain one, so that a wrong value is out of bounds like any other.
        var type = declared is StringType ? new StringType() : declared;
        var scope = new ConditionScope(FactCatalogue.Empty, new Dictionary<string, Parameter>(), new HashSet<string>(), complaints);
        var bounds = declaration.Entries.Where(item => !Keys.Contains(item.Key.Text)).Select(item => Bound(item, type, scope)).OfType<OperatorMatcher>().ToSequence();
        var parameter = new Parameter(entry.Key.Text, type, null, bounds, declaration.ReaderText("describe"), entry.Key.Span);
        return declaration.Find("default") is { } node ? parameter with { Default = Value(parameter, node, complaints) } : parameter;
    }

    private static OperatorMatcher? Bound(YamlEntry entry, FactType type, ConditionScope scope)
    {
        var single = new YamlMapping([entry], entry.Key.Span);
        return FactOperators.Find(entry.Key.Text) is null ? null : MatcherReader.Read(single, type, scope) as OperatorMatcher;
    }
}
