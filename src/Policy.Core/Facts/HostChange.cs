using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>A fact of a host that is supposed to be otherwise.</summary>
/// <param name="Fact">The fact; any path but a whole map.</param>
/// <param name="Observation">What is supposed of it.</param>
public sealed record HostChange(FactReference Fact, Observation Observation)
{
    /// <summary>What is known of the host after the change.</summary>
    /// <param name="facts">What was known before; its digest and origin stay.</param>
    /// <param name="slots">The facts that stand in its slots.</param>
    public HostFacts Apply(HostFacts facts, FactSlots slots)
    {
        var changed = Steps(Fact);
        var after = new Observation[facts.Slots.Count];
        for (var slot = 0; slot < after.Length; slot++)
        {
            after[slot] = Changed(facts.Slots[slot], Steps(slots.References[slot]), changed, slots.References[slot].Type);
        }

        return facts with { Slots = Sequence.Create<Observation>(after) };
    }

    /// <summary>Whether changing one fact can change what is known of another: one of them is the other, or a part of it.</summary>
    public static bool Concerns(FactReference changed, FactReference read)
    {
        var (left, right) = (Steps(changed), Steps(read));
        return left.AsSpan().StartsWith(right) || right.AsSpan().StartsWith(left);
    }

    private static string[] Steps(FactReference fact) =>
        [.. fact.Fact.Path.Names, .. fact is { Key: { } key, IsWholeMap: false } ? [key] : Array.Empty<string>(), .. fact.Fields];

    private Observation Changed(Observation before, string[] slot, string[] changed, FactType type) =>
        slot.AsSpan().StartsWith(changed) ? Below(Observation, slot.AsSpan(changed.Length))
        : changed.AsSpan().StartsWith(slot) ? Put(before, type, changed.AsSpan(slot.Length))
        : before;

    private static Observation Below(Observation whole, ReadOnlySpan<string> steps)
    {
        foreach (var step in steps)
        {
            whole = whole switch
            {
                Present { Value: RecordValue record } present => Sourced(record.Fields.Find(step) ?? new Unknown(UnknownCause.NotCollected), present.Source),
                Present { Value: MapValue map } present => Sourced(map.Entries.Find(step) ?? (map.IsComplete ? new Absent() : new Unknown(UnknownCause.NotCollected)), present.Source),
                Present => new Unknown(UnknownCause.Malformed),
                _ => whole,
            };
        }

        return whole;
    }

    private static Observation Sourced(Observation part, string source) => part switch
    {
        Present present => present with { Source = source },
        Absent => new Absent(source),
        _ => part,
    };

    // A record or map that was absent, or of which nothing was known, is there as soon as a part of it is.
    private Observation Put(Observation before, FactType type, ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty)
        {
            return Observation is Present present ? present with { Source = string.Empty } : Observation is Absent ? new Absent() : Observation;
        }

        var (step, part) = (steps[0], PartOf(type, steps[0]));
        return (before, type) switch
        {
            (Present { Value: RecordValue record } present, _) => present with { Value = new RecordValue(record.Fields.With(step, Put(record.Fields.Find(step) ?? Missing, part, steps[1..]))) },
            (Present { Value: MapValue map } present, _) => present with { Value = map with { Entries = map.Entries.With(step, Put(map.Entries.Find(step) ?? Missing, part, steps[1..])) } },
            (Absent or Unknown, _) when Observation is not Present => before,
            (_, MapType) => new Present(new MapValue(FactMap.Empty.With(step, Put(Missing, part, steps[1..])), before is Absent)),
            (_, RecordType) => new Present(new RecordValue(FactMap.Empty.With(step, Put(Missing, part, steps[1..])))),
            _ => before,
        };
    }

    private static Unknown Missing => new(UnknownCause.NotCollected);

    private static FactType PartOf(FactType type, string step) => type is MapType map ? map.Of : FactCatalogue.TypeOf(type, [step]) ?? type;
}
