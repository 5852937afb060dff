using System.Globalization;

namespace Policy.Core.Facts;

/// <summary>Writes values for readers.</summary>
public static class FactText
{
    /// <summary>A value as a reader wants to see it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type, which knows the unit and the order of fields.</param>
    /// <returns>
    /// <c>8 GiB</c>, <c>31.3 GiB</c> (three significant digits where no short exact text exists), <c>80%</c>, <c>2026-11-22</c>,
    /// <c>[a, b]</c>, <c>{size: 8 GiB, kind: absent}</c>; <c>...</c> ends a map that may hold more.
    /// </returns>
    public static string Of(FactValue value, FactType type) => value switch
    {
        BooleanValue boolean => boolean.Value ? "true" : "false",
        NumberValue number => MeasureText.Of(number.Value, UnitOf(type)),
        StringValue text => text.Value.Length == 0 ? "\"\"" : text.Value,
        VersionValue version => version.Text,
        DateValue date => Instants.ShortText(date.Value),
        ListValue list => $"[{string.Join(", ", list.Items.Select(item => Of(item, (type as ListType)?.Of ?? type)))}]",
        RecordValue record => $"{{{string.Join(", ", Fields(record.Fields, type))}}}",
        MapValue map => $"{{{string.Join(", ", Entries(map, type))}}}",
        _ => throw new System.Diagnostics.UnreachableException($"no text for {value.GetType()}"),
    };

    /// <summary>A scalar as a literal of the language that reads back as exactly this value: <c>1073741825 B</c>, not <c>1.00 GiB</c>.</summary>
    public static string Exactly(FactValue value, FactType type) => value switch
    {
        NumberValue number => MeasureText.Exactly(number.Value, UnitOf(type)),
        StringValue text => text.Value,
        _ => Of(value, type),
    };

    private static FactUnit UnitOf(FactType type) => (type as NumberType)?.Unit ?? FactUnit.None;

    private static string Of(Observation observation, FactType type) => observation switch
    {
        Present present => Of(present.Value, type),
        Absent => "absent",
        _ => "unknown",
    };

    private static IEnumerable<string> Fields(FactMap fields, FactType type) =>
        from field in (type as RecordType)?.Fields ?? []
        let observation = fields.Find(field.Name)
        where observation is not null
        select string.Create(CultureInfo.InvariantCulture, $"{field.Name}: {Of(observation, field.Type)}");

    private static IEnumerable<string> Entries(MapValue map, FactType type)
    {
        var of = (type as MapType)?.Of ?? type;
        var entries = map.Entries.Items.Select(entry => $"{entry.Key}: {Of(entry.Value, of)}");
        return map.IsComplete ? entries : entries.Append("...");
    }
}
