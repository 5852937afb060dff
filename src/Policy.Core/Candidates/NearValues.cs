using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Candidates;

/// <summary>What a fact can be instead of what it is, the nearest first: numbers by distance, lists and maps with one thing more, less or otherwise.</summary>
/// <param name="candidates">The values at the bounds of what is asked.</param>
public sealed class NearValues(FactCandidates candidates)
{
    private const int Most = 400;

    /// <summary>The values of a fact, without the one that it has; never unknown, and absent last.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="host">The host.</param>
    /// <param name="slots">The slots of the host.</param>
    public IEnumerable<Observation> Of(FactReference fact, HostFacts host, FactSlots slots)
    {
        var current = (host.Slots[slots.SlotOf(fact)] as Present)?.Value;
        var fresh = candidates.Of(fact, host, slots).OfType<Present>().Select(item => item.Value).ToList();
        var near = current switch
        {
            ListValue list => Lists(list, fresh.OfType<ListValue>().SelectMany(item => item.Items).Distinct().ToList()),
            MapValue map => Maps(map, fresh.OfType<MapValue>().SelectMany(item => item.Entries.Items).Distinct().ToList()),
            NumberValue number => fresh.OrderBy(value => value is NumberValue other ? Math.Abs(other.Value - number.Value) : decimal.MaxValue),
            _ => fresh,
        };
        return near.Concat(fresh).Where(value => !value.Equals(current)).Distinct().Take(Most).Select(Observation (value) => new Present(value)).Append(new Absent());
    }

    private static IEnumerable<FactValue> Lists(ListValue list, IReadOnlyList<Observation> elements)
    {
        var added = elements.Where(element => !list.Items.Contains(element)).ToList();
        var shared = elements.Where(list.Items.Contains).ToHashSet();
        return added.Select(element => List(list.Items.Append(element)))
            .Append(List(list.Items.Concat(added.Where(element => element is Present { Value: not RecordValue }))))
            .Concat(shared.Select(element => List(list.Items.Where(item => !item.Equals(element)))))
            .Append(List(list.Items.Where(item => !shared.Contains(item))))
            .Concat(Fields(list, elements))
            .Concat(list.Items.Select((_, index) => List(list.Items.Without(index))));
    }

    // A field with another value: of one record, then of all of them.
    private static IEnumerable<FactValue> Fields(ListValue list, IReadOnlyList<Observation> elements)
    {
        var values = elements.OfType<Present>().Select(element => element.Value).OfType<RecordValue>().SelectMany(record => record.Fields.Items).Distinct().ToList();
        var single = from entry in values from place in Enumerable.Range(0, list.Items.Count) where list.Items[place] is Present { Value: RecordValue } select List(list.Items.With(place, With(list.Items[place], entry)));
        return values.Select(entry => List(list.Items.Select(item => With(item, entry)))).Concat(single);
    }

    private static Observation With(Observation item, KeyValuePair<string, Observation> entry) =>
        item is Present { Value: RecordValue record } present ? present with { Value = new RecordValue(record.Fields.With(entry.Key, entry.Value)) } : item;

    private static IEnumerable<FactValue> Maps(MapValue map, IReadOnlyList<KeyValuePair<string, Observation>> entries) => entries
        .Select(entry => map with { Entries = map.Entries.With(entry.Key, entry.Value) })
        .Concat(map.Entries.Items.Select(entry => map with { Entries = map.Entries.With(entry.Key, new Absent()) }));

    private static ListValue List(IEnumerable<Observation> items) => new(items.ToSequence());
}
