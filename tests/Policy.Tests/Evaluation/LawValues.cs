using CsCheck;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Tests.Evaluation;

/// <summary>Random values and observations; few enough different ones that facts and operands often meet.</summary>
internal static class LawValues
{
    private static readonly Unknown Nothing = new(UnknownCause.NotCollected);

    public static Gen<FactValue> Of(FactType type) => type switch
    {
        BooleanType => Gen.Bool.Select(FactValue (value) => new BooleanValue(value)),
        NumberType { Unit: FactUnit.None } => Pick(-1m, 0m, 0.5m, 1m, 2m, 3m),
        NumberType => Pick(0m, 512m, 1024m, 1073741824m),
        StringType { OneOf.Count: > 0 } choice => Texts([.. choice.OneOf]),
        StringType => Texts("", "a", "ab", "b", "10.0.0.1", "fd00::1"),
        VersionType { Scheme: VersionScheme.Native } => Versions(VersionScheme.Native, "1.0", "1.0-1", "1.0~rc1", "1.0-2", "2:0.9"),
        VersionType version => Versions(version.Scheme, "1.0", "1.0.0", "1.0-rc1", "1.2", "2"),
        DateType => Gen.Int[0, 3].Select(FactValue (days) => new DateValue(LawRun.CollectedAt.AddDays(-days))),
        ListType list => Item(list.Of).Array[0, 3].Select(FactValue (items) => new ListValue([.. items])),
        RecordType record => Fields(record),
        MapType map => Entries(map),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Present with a value, absent or unknown.</summary>
    public static Gen<Observation> Observation(FactType type) => Gen.Frequency(
        (5, Of(type).Select(Observation (value) => new Present(value))),
        (1, Gen.Const<Observation>(new Absent())),
        (1, Gen.Const<Observation>(Nothing)));

    /// <summary>The same with less of it known, down to the fields of elements.</summary>
    public static Observation Erase(Observation observation, Random random) => observation switch
    {
        _ when random.Next(5) == 0 => Nothing,
        Present { Value: ListValue list } => new Present(new ListValue([.. list.Items.Select(item => Erase(item, random))])),
        Present { Value: RecordValue record } => new Present(new RecordValue(Erase(record.Fields, random))),
        Present { Value: MapValue map } => Erase(map, random),
        _ => observation,
    };

    private static Present Erase(MapValue map, Random random)
    {
        // A map that is not complete may have lost entries; a complete one may only say that it knows nothing of them.
        var isComplete = map.IsComplete && random.Next(3) > 0;
        var kept = isComplete ? map.Entries.Items : map.Entries.Items.Where(_ => random.Next(3) > 0);
        return new Present(new MapValue(Erase(new FactMap(kept), random), isComplete));
    }

    private static FactMap Erase(FactMap map, Random random) => new(map.Items.Select(item => KeyValuePair.Create(item.Key, Erase(item.Value, random))));

    /// <summary>One of some values.</summary>
    public static Gen<T> One<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    // A list has no absent elements.
    private static Gen<Observation> Item(FactType type) => Observation(type).Select(item => item is Absent ? Nothing : item);

    private static Gen<FactValue> Fields(RecordType record) => Named([.. record.Fields.Select(field => (field.Name, Observation(field.Type)))])
        .Select(FactValue (fields) => new RecordValue(new FactMap(fields)));

    private static Gen<FactValue> Entries(MapType map) =>
        Gen.Select(Named([("a", Observation(map.Of)), ("b", Observation(map.Of)), ("x", Observation(map.Of))]), Gen.Int[0, 3], Gen.Bool)
            .Select(FactValue (entries, count, isComplete) => new MapValue(new FactMap(entries.Take(count)), isComplete));

    private static Gen<List<KeyValuePair<string, Observation>>> Named(Sequence<(string Name, Gen<Observation> Value)> items)
    {
        var all = Gen.Const(() => new List<KeyValuePair<string, Observation>>());
        foreach (var (name, value) in items)
        {
            all = Gen.Select(all, value, (list, item) => list.Append(KeyValuePair.Create(name, item)).ToList());
        }

        return all;
    }

    private static Gen<FactValue> Pick(params decimal[] numbers) => One(numbers).Select(FactValue (number) => new NumberValue(number));

    private static Gen<FactValue> Texts(params string[] texts) => One(texts).Select(FactValue (text) => new StringValue(text));

    private static Gen<FactValue> Versions(VersionScheme scheme, params string[] texts) => One(texts).Select(FactValue (text) => new VersionValue(text, scheme));
}
