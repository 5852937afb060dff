using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads whole values of facts, as tests write them down.</summary>
internal static class FactValueReader
{
    /// <summary>Reads a value of a type; null after a complaint.</summary>
    public static FactValue? Read(YamlNode node, FactType type, Complaints complaints)
    {
        switch (type, node)
        {
            case (ListType list, YamlSequence items):
                return Whole([.. items.Items.Select(item => Read(item, list.Of, complaints))], values => new ListValue(values.Select(Observation (value) => new Present(value)).ToSequence()));
            case (RecordType record, YamlMapping fields):
                return Map(fields, entry => Field(entry, record, complaints), map => new RecordValue(map), complaints);
            case (MapType map, YamlMapping entries):
                return Map(entries, _ => map.Of, found => new MapValue(found, IsComplete: true), complaints);
            case (ListType or RecordType or MapType, _):
                complaints.Add(DiagnosticCodes.WrongShape, node.Span, $"expected a {type}", $"write {(type is ListType ? "a list: `[a, b]`" : "a mapping: `{ name: value }`")}");
                return null;
            default:
                return Scalar(node, type, complaints);
        }
    }

    private static FactValue? Scalar(YamlNode node, FactType type, Complaints complaints)
    {
        if (node is not YamlScalar { IsNull: true })
        {
            return Literals.Read(node, type, complaints);
        }

        complaints.Add(DiagnosticCodes.NullValue, node.Span, $"a {type} has no value null", "name the fact under `absent` if it is not there");
        return null;
    }

    private static FactType? Field(YamlEntry entry, RecordType record, Complaints complaints)
    {
        var name = entry.Key.Text;
        if (record.Fields.FirstOrDefault(field => field.Name == name) is { } known)
        {
            return known.Type;
        }

        var names = record.Fields.Select(field => field.Name).ToList();
        complaints.Add(DiagnosticCodes.UnknownFact, entry.Key.Span, $"the record has no field `{name}`", complaints.Nearest(entry.Key, names) ?? $"it has {string.Join(", ", names.Select(item => $"`{item}`"))}");
        return null;
    }

    // A null in a record or map is a field or an entry that is known not to be there.
    private static FactValue? Map(YamlMapping mapping, Func<YamlEntry, FactType?> typeOf, Func<FactMap, FactValue> make, Complaints complaints)
    {
        var found = mapping.Entries.Select(entry => (entry.Key.Text, Value: typeOf(entry) is { } type ? Observed(entry.Value, type, complaints) : null)).ToList();
        return found.Exists(item => item.Value is null) ? null : make(new FactMap(found.Select(item => KeyValuePair.Create(item.Text, item.Value!))));
    }

    private static Observation? Observed(YamlNode node, FactType type, Complaints complaints) => node is YamlScalar { IsNull: true } ? new Absent()
        : Read(node, type, complaints) is { } value ? new Present(value)
        : null;

    private static FactValue? Whole(List<FactValue?> values, Func<IEnumerable<FactValue>, FactValue> make) =>
        values.Exists(value => value is null) ? null : make(values.Select(value => value!));
}
