using System.Text.Json;

namespace Policy.Core.Facts.Documents;

/// <summary>Writes values as fact documents hold them.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a member with everything below it.</summary>
    public static void Write(Utf8JsonWriter writer, FactTreeNode node)
    {
        if (node.Leaf is { } leaf && node.Children.Count == 0 && !node.IsObject)
        {
            Write(writer, leaf);
            return;
        }

        writer.WriteStartObject();
        if (node.IsComplete)
        {
            writer.WriteNull(FactPath.WholeMapKey);
        }

        foreach (var (name, child) in node.Children)
        {
            writer.WritePropertyName(name);
            Write(writer, child);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Observation observation)
    {
        if (observation is not Present present)
        {
            writer.WriteNullValue();
            return;
        }

        switch (present.Value)
        {
            case BooleanValue boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Value);
                break;
            case StringValue text:
                writer.WriteStringValue(text.Value);
                break;
            case VersionValue version:
                writer.WriteStringValue(version.Text);
                break;
            case DateValue date:
                writer.WriteStringValue(Instant.Write(date.Value));
                break;
            case ListValue list:
                WriteList(writer, list);
                break;
            case RecordValue record:
                WriteParts(writer, record.Fields, isComplete: false);
                break;
            case MapValue map:
                WriteParts(writer, map.Entries, map.IsComplete);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no JSON for {present.Value.GetType()}");
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ListValue list)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter writer, FactMap parts, bool isComplete)
    {
        writer.WriteStartObject();
        if (isComplete)
        {
            writer.WriteNull(FactPath.WholeMapKey);
        }

        foreach (var (name, part) in parts.Items.Where(item => item.Value is not Unknown))
        {
            writer.WritePropertyName(name);
            Write(writer, part);
        }

        writer.WriteEndObject();
    }
}
