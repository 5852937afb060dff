using System.Text.Json;

namespace Policy.Core.Facts;

/// <summary>A member of the <c>facts</c> of a document that is being written: a value, or members of its own.</summary>
internal sealed class FactBranch
{
    private readonly SortedDictionary<string, FactBranch> members = new(StringComparer.Ordinal);
    private Observation? observation;

    /// <summary>Puts a fact below this branch; what is unknown has no place there.</summary>
    public void Add(ObservedFact fact)
    {
        if (fact.Observation is Unknown)
        {
            return;
        }

        var key = fact.Path is { Key: { } name, IsWholeMap: false } ? new[] { name } : [];
        var branch = this;
        foreach (var step in fact.Path.Names.Concat(key).Concat(fact.Path.Fields))
        {
            if (!branch.members.TryGetValue(step, out var next))
            {
                branch.members.Add(step, next = new FactBranch());
            }

            branch = next;
        }

        branch.observation = fact.Observation;
    }

    /// <summary>Writes the value, or the members.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (observation is not null)
        {
            Write(writer, observation);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, member) in members)
        {
            writer.WritePropertyName(FactDocumentWriter.WellFormed(name));
            member.Write(writer);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Observation observation)
    {
        switch (observation)
        {
            case Present { Value: BooleanValue value }:
                writer.WriteBooleanValue(value.Value);
                break;
            case Present { Value: NumberValue value }:
                writer.WriteNumberValue(value.Value);
                break;
            case Present { Value: StringValue value }:
                writer.WriteStringValue(FactDocumentWriter.WellFormed(value.Value));
                break;
            case Present { Value: VersionValue value }:
                writer.WriteStringValue(FactDocumentWriter.WellFormed(value.Text));
                break;
            case Present { Value: DateValue value }:
                writer.WriteStringValue(Instants.Text(value.Value));
                break;
            case Present { Value: ListValue value }:
                WriteList(writer, value);
                break;
            case Present { Value: RecordValue value }:
                WriteMembers(writer, value.Fields, isComplete: false);
                break;
            case Present { Value: MapValue value }:
                WriteMembers(writer, value.Entries, value.IsComplete && !value.Entries.Items.Values.Any(entry => entry is Unknown));
                break;
            default:
                writer.WriteNullValue();
                break;
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

    private static void WriteMembers(Utf8JsonWriter writer, FactMap map, bool isComplete)
    {
        writer.WriteStartObject();
        if (isComplete)
        {
            writer.WriteNull(FactPath.WholeMapKey);
        }

        foreach (var (name, observation) in map.Items.Where(item => item.Value is not Unknown))
        {
            writer.WritePropertyName(FactDocumentWriter.WellFormed(name));
            Write(writer, observation);
        }

        writer.WriteEndObject();
    }
}
