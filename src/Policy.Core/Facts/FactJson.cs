using System.Globalization;
using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Facts.Versions;

namespace Policy.Core.Facts;

/// <summary>JSON as fact values.</summary>
internal static class FactJson
{
    /// <summary>The most significant digits, and decimal places, of a number.</summary>
    private const int MostDigits = 28;

    /// <summary>Whether a map holds all its entries: <c>"*": null</c>.</summary>
    public static bool IsComplete(JsonElement map) => map.TryGetProperty(FactPath.WholeMapKey, out var mark) && mark.ValueKind == JsonValueKind.Null;

    /// <summary>The value of an element under a type; null if the element is not of that type.</summary>
    public static FactValue? Read(JsonElement element, FactType type) => (type, element.ValueKind) switch
    {
        (BooleanType, JsonValueKind.True or JsonValueKind.False) => new BooleanValue(element.GetBoolean()),
        (NumberType, JsonValueKind.Number) => Number(element.GetRawText()) is { } number ? new NumberValue(number) : null,
        (NumberType { Unit: not FactUnit.None } number, JsonValueKind.String) => Text(element) is { } text ? (Literal.Read(number, text) as LiteralOk)?.Value : null,
        (StringType, JsonValueKind.String) => Text(element) is { } text ? new StringValue(text) : null,
        (VersionType version, JsonValueKind.String) => Text(element) is { } text && VersionOrder.CanRead(version.Scheme, text) ? new VersionValue(text, version.Scheme) : null,
        (DateType, JsonValueKind.String) => Text(element) is { } text && Instants.TryParse(text, out var instant) ? new DateValue(instant) : null,
        (ListType list, JsonValueKind.Array) => new ListValue(element.EnumerateArray().Select(item => Item(item, list.Of)).ToSequence()),
        (RecordType record, JsonValueKind.Object) => new RecordValue(Fields(element, record)),
        (MapType map, JsonValueKind.Object) => new MapValue(Entries(element, map), IsComplete(element)),
        _ => null,
    };

    /// <summary>The text of a string; null if it holds half of a surrogate pair.</summary>
    public static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Observation Item(JsonElement element, FactType type) =>
        Read(element, type) is { } value ? new Present(value) : new Unknown(UnknownCause.Malformed);

    private static Observation Member(JsonElement element, FactType type) =>
        element.ValueKind == JsonValueKind.Null ? new Absent() : Item(element, type);

    private static FactMap Fields(JsonElement element, RecordType record)
    {
        var fields = new List<KeyValuePair<string, Observation>>(record.Fields.Count);
        foreach (var field in record.Fields)
        {
            if (element.TryGetProperty(field.Name, out var member))
            {
                fields.Add(KeyValuePair.Create(field.Name, Member(member, field.Type)));
            }
        }

        return new FactMap(fields);
    }

    private static FactMap Entries(JsonElement element, MapType map) => new(element.EnumerateObject()
        .Where(member => member.Name != FactPath.WholeMapKey)
        .Select(member => KeyValuePair.Create(member.Name, Member(member.Value, map.Of))));

    // Exact or not at all: a rounded number could turn a verdict.
    private static decimal? Number(string text)
    {
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        if (exponentAt >= 0 && !int.TryParse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('-').TrimStart('0');
        var trailing = digits.Length - digits.TrimEnd('0').Length;
        if (digits.Length == trailing)
        {
            return 0;
        }

        var places = (long)(point < 0 ? 0 : mantissa.Length - point - 1) - exponent - trailing;
        return digits.Length - trailing <= MostDigits && places <= MostDigits
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
