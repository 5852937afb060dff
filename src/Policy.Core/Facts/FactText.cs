using System.Globalization;

namespace Policy.Core.Facts;

/// <summary>Fact values as readers and authors write them.</summary>
public static class FactText
{
    /// <summary>The value in words: numbers with their unit, exact where that is short and otherwise rounded to tenths.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type under which it was read.</param>
    public static string Of(FactValue value, FactType type) => value switch
    {
        BooleanValue boolean => boolean.Value ? "true" : "false",
        NumberValue number => Of(number.Value, (type as NumberType)?.Unit ?? FactUnit.None),
        StringValue text => text.Value.Length == 0 ? "\"\"" : text.Value,
        VersionValue version => version.Text,
        DateValue date => date.Value.TimeOfDay == TimeSpan.Zero ? date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Instants.Text(date.Value),
        ListValue list => $"[{string.Join(", ", list.Items.Select(item => Of(item, (type as ListType)?.Of)))}]",
        RecordValue record => Fields(record.Fields, name => (type as RecordType)?.Fields.FirstOrDefault(field => field.Name == name)?.Type),
        MapValue map => Fields(map.Entries, _ => (type as MapType)?.Of),
        _ => throw new System.Diagnostics.UnreachableException($"no words for {value.GetType()}"),
    };

    private static string Of(Observation observation, FactType? type) => observation switch
    {
        Present present => Of(present.Value, type ?? new StringType()),
        Absent => "absent",
        _ => "unknown",
    };

    private static string Fields(FactMap fields, Func<string, FactType?> typeOf) =>
        $"{{{string.Join(", ", fields.Items.Select(item => $"{item.Key}: {Of(item.Value, typeOf(item.Key))}"))}}}";

    private static string Of(decimal number, FactUnit unit)
    {
        if (unit is FactUnit.None or FactUnit.Percent || number == 0)
        {
            return $"{Plain(number)}{(unit == FactUnit.Percent ? "%" : string.Empty)}";
        }

        var names = Quantity.Names(unit).Where(name => unit != FactUnit.Size || name.Name is "B" || name.Name.Contains('i', StringComparison.Ordinal)).ToList();
        var best = names.FindLast(name => name.Factor <= Math.Abs(number));
        var (name, factor) = best.Factor > 0 ? (best.Name, best.Factor) : (names[0].Name, names[0].Factor);
        return $"{Plain(decimal.Round(number / factor, 1))} {name}";
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
