using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Facts.Versions;

namespace Policy.Core.Facts.Documents;

/// <summary>Reads one JSON value under the type of a fact.</summary>
internal static class ValueReader
{
    private const int LongestQuote = 64;

    // Every number of so many characters without an exponent is exact as a decimal.
    private const int LongestPlainNumber = 28;

    private static readonly Present True = new(new BooleanValue(true));
    private static readonly Present False = new(new BooleanValue(false));
    private static readonly Absent Nothing = new();

    /// <summary>Reads the value at which the reader stands, and leaves the reader at its last token.</summary>
    /// <returns>Absent for null; unknown with the cause malformed for a value that the type cannot read.</returns>
    public static Observation Read(ref Utf8JsonReader reader, FactType type) => (reader.TokenType, type) switch
    {
        (JsonTokenType.Null, _) => Nothing,
        (JsonTokenType.True, BooleanType) => True,
        (JsonTokenType.False, BooleanType) => False,
        (JsonTokenType.Number, NumberType) => ReadNumber(ref reader, type),
        (JsonTokenType.String, not (BooleanType or ListType or RecordType or MapType)) => ReadText(ref reader, type),
        (JsonTokenType.StartArray, ListType list) => new Present(ReadList(ref reader, list)),
        (JsonTokenType.StartObject, RecordType record) => new Present(ReadRecord(ref reader, record)),
        (JsonTokenType.StartObject, MapType map) => new Present(ReadMap(ref reader, map)),
        _ => Mismatch(ref reader, type),
    };

    /// <summary>The observation of a fact under which stands a value of another kind.</summary>
    public static Unknown Malformed(JsonTokenType token, string expected) => new(UnknownCause.Malformed, $"{Kind(token)} instead of a {expected}");

    private static Unknown Mismatch(ref Utf8JsonReader reader, FactType type)
    {
        var token = reader.TokenType;
        reader.Skip();
        return Malformed(token, type.ToString());
    }

    private static Observation ReadNumber(ref Utf8JsonReader reader, FactType type)
    {
        var digits = reader.ValueSpan;
        if (digits.Length <= LongestPlainNumber && !digits.ContainsAny((byte)'e', (byte)'E') && reader.TryGetDecimal(out var plain))
        {
            return new Present(new NumberValue(plain == 0 ? decimal.Zero : plain));
        }

        var text = Encoding.UTF8.GetString(digits);
        return ExactNumber.Of(text)?.Times(1, 0) is { } exact ? new Present(new NumberValue(exact)) : Unreadable(text, type);
    }

    private static Observation ReadText(ref Utf8JsonReader reader, FactType type)
    {
        if (!JsonText.TryRead(ref reader, out var text))
        {
            return new Unknown(UnknownCause.Malformed, "a text with half a character");
        }

        FactValue? value = type switch
        {
            StringType => new StringValue(text),
            VersionType version when VersionOrder.CanRead(version.Scheme, text) => new VersionValue(text, version.Scheme),
            DateType when Instants.TryParse(text, out var instant) => new DateValue(instant),
            NumberType { Unit: not FactUnit.None } number when Quantity.Read(number.Unit, text, out var amount) == QuantityProblem.None => new NumberValue(amount),
            _ => null,
        };
        return value is null ? Unreadable(text, type) : new Present(value);
    }

    private static ListValue ReadList(ref Utf8JsonReader reader, ListType list)
    {
        var items = ImmutableArray.CreateBuilder<Observation>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, list.Of) is var item and not Absent ? item : Malformed(JsonTokenType.Null, list.Of.ToString()));
        }

        return new ListValue(new Sequence<Observation>(items.DrainToImmutable()));
    }

    private static RecordValue ReadRecord(ref Utf8JsonReader reader, RecordType record)
    {
        var fields = new Dictionary<string, Observation>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Field(ref reader, record);
            reader.Read();
            if (field is null)
            {
                reader.Skip();
                continue;
            }

            fields[field.Name] = Read(ref reader, field.Type);
        }

        return new RecordValue(new FactMap(fields));
    }

    private static FactField? Field(ref Utf8JsonReader reader, RecordType record)
    {
        foreach (var field in record.Fields)
        {
            if (reader.ValueTextEquals(field.Name))
            {
                return field;
            }
        }

        return null;
    }

    private static MapValue ReadMap(ref Utf8JsonReader reader, MapType map)
    {
        var entries = new Dictionary<string, Observation>(StringComparer.Ordinal);
        var isComplete = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            _ = JsonText.TryRead(ref reader, out var key);
            reader.Read();
            var isMark = key == FactPath.WholeMapKey;
            isComplete |= isMark && reader.TokenType == JsonTokenType.Null;
            var entry = Read(ref reader, map.Of);
            if (!isMark)
            {
                entries[key] = entry;
            }
        }

        return new MapValue(new FactMap(entries), isComplete);
    }

    private static Unknown Unreadable(string text, FactType type)
    {
        var quoted = text.Length <= LongestQuote ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestQuote)}...");
        return new Unknown(UnknownCause.Malformed, $"`{quoted}` instead of a {type}");
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };
}
