using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Reporting.Results;

/// <summary>Writes fact values as JSON; of long lists and maps the first entries, and how many there are.</summary>
internal static class ValueWriter
{
    /// <summary>How many entries of a map, or records of a list, are written.</summary>
    private const int MostEntries = 20;

    public static void Write(Utf8JsonWriter writer, FactValue value)
    {
        switch (value)
        {
            case BooleanValue boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Value);
                break;
            case StringValue text:
                writer.WriteStringValue(JsonText.WellFormed(text.Value));
                break;
            case VersionValue version:
                writer.WriteStringValue(JsonText.WellFormed(version.Text));
                break;
            case DateValue date:
                writer.WriteStringValue(Instants.Text(date.Value));
                break;
            case ListValue list:
                WriteList(writer, list);
                break;
            case RecordValue record:
                WriteMap(writer, record.Fields, isComplete: false);
                break;
            case MapValue map:
                WriteMap(writer, map.Entries, map.IsComplete);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no JSON for {value.GetType()}");
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ListValue list)
    {
        var isLong = list.Items.Count > MostEntries && list.Items[0] is Present { Value: RecordValue };
        writer.WriteStartArray();
        foreach (var item in isLong ? list.Items.Take(MostEntries) : list.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, FactMap map, bool isComplete)
    {
        writer.WriteStartObject();
        foreach (var (name, observation) in map.Items.Take(MostEntries))
        {
            writer.WritePropertyName(JsonText.WellFormed(name));
            Write(writer, observation);
        }

        if (isComplete && map.Items.Count <= MostEntries)
        {
            writer.WriteNull(FactPath.WholeMapKey);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Observation observation)
    {
        if (observation is Present present)
        {
            Write(writer, present.Value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
