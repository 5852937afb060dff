using CsCheck;
using Policy.Core.Facts;

namespace Policy.Tests.Evaluation;

/// <summary>What is known of a host of the small world, by the root of each fact.</summary>
internal sealed record LawFacts(IReadOnlyDictionary<string, Observation> Roots)
{
    /// <summary>Random hosts.</summary>
    public static Gen<LawFacts> Any { get; } = LawCatalogue.Facts.Facts.Aggregate(
        Gen.Const(new LawFacts(new Dictionary<string, Observation>())),
        (all, fact) => Gen.Select(all, Of(fact), (facts, observation) => new LawFacts(new Dictionary<string, Observation>(facts.Roots) { [fact.Path.Root] = observation })));

    /// <summary>The same host with less of it known.</summary>
    public LawFacts Erased(int seed)
    {
        var random = new Random(seed);
        return new LawFacts(Roots.OrderBy(item => item.Key, StringComparer.Ordinal).ToDictionary(item => item.Key, item => LawValues.Erase(item.Value, random)));
    }

    /// <summary>What is known under a path.</summary>
    public Observation Observe(FactReference reference)
    {
        var current = Roots[reference.Fact.Path.Root];
        if (reference.Key is { } key && !reference.IsWholeMap && current is Present { Value: MapValue map })
        {
            current = map.Entries.Find(key) ?? (map.IsComplete ? new Absent() : new Unknown(UnknownCause.NotCollected));
        }

        foreach (var field in reference.Fields)
        {
            current = current is Present { Value: RecordValue record } ? record.Fields.Find(field) ?? new Unknown(UnknownCause.NotCollected) : current;
        }

        return current;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", Roots.Select(item => $"{item.Key} = {Show(item.Key, item.Value)}"));

    private static string Show(string root, Observation observation) =>
        observation is Present present ? FactText.Of(present.Value, LawCatalogue.Facts.Find(root)!.Type) : observation.ToString()!;

    private static Gen<Observation> Of(FactDescription fact) => fact == PackageScheme.Fact
        ? LawValues.One<Observation>(new Present(new StringValue("deb")), new Present(new StringValue("rpm")), new Unknown(UnknownCause.NotCollected))
        : LawValues.Observation(fact.Type);
}
