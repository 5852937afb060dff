using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public sealed class FactDocumentRoundTripTests
{
    private static readonly FactOrigin Origin = new("pve01", new DateTimeOffset(2026, 11, 22, 9, 59, 31, TimeSpan.Zero), "policy 0.1.0");

    private static readonly RecordType Part = new([new FactField("size", new NumberType(FactUnit.Size)), new FactField("kind", new StringType())]);

    private static readonly FactCatalogue Catalogue = new(
    [
        FactDescription.Of("t.flag", new BooleanType(), ""),
        FactDescription.Of("t.n", new NumberType(), ""),
        FactDescription.Of("t.name", new StringType(), ""),
        FactDescription.Of("t.ver", new VersionType(VersionScheme.Deb), ""),
        FactDescription.Of("t.date", new DateType(), ""),
        FactDescription.Of("t.tags", new ListType(new StringType()), ""),
        FactDescription.Of("t.disks", new ListType(Part), ""),
        FactDescription.Of("t.disk", Part, ""),
        FactDescription.Of("t.pkg(*)", new MapType("name", Part), ""),
        FactDescription.Of("label(*)", new MapType("name", new StringType()), ""),
    ]);

    [Fact]
    public void What_is_written_reads_back_as_the_same_observations()
    {
        var random = new Random(20261122);
        for (var run = 0; run < 300; run++)
        {
            var facts = Catalogue.Facts.Select(fact => new ObservedFact(fact.Path, Observe(random, fact.Type, "proc/x", isInList: false))).ToList();
            var slots = new FactSlots();
            foreach (var fact in facts)
            {
                slots.SlotOf(Catalogue.Resolve(fact.Path)!);
            }

            var bytes = FactDocumentWriter.Write(Origin, facts.OrderBy(_ => random.Next()));
            var read = Assert.IsType<ReadFacts>(FactDocumentReader.Read(bytes, slots));

            Assert.Equal(Origin, read.Facts.Origin);
            Assert.Equal(facts.Select(fact => fact.Observation), read.Facts.Slots);
        }
    }

    [Fact]
    public void Entries_that_were_observed_one_by_one_read_back_one_by_one()
    {
        var facts = new[]
        {
            ObservedFact.Of("label(net.ipv4.ip_forward)", new Present(new StringValue("1"), "proc/sys")),
            ObservedFact.Of("label(g++)", new Absent("var/lib")),
            ObservedFact.Of("label(a\\)b)", new Unknown(UnknownCause.Denied, "etc/x")),
        };
        var slots = new FactSlots();
        foreach (var fact in facts)
        {
            slots.SlotOf(Catalogue.Resolve(fact.Path)!);
        }

        var read = Assert.IsType<ReadFacts>(FactDocumentReader.Read(FactDocumentWriter.Write(Origin, facts), slots));

        Assert.Equal(facts.Select(fact => fact.Observation), read.Facts.Slots);
    }

    private static Observation Observe(Random random, FactType type, string source, bool isInList)
    {
        var dice = isInList ? 2 : random.Next(10);
        return dice switch
        {
            0 => new Absent(source),
            1 => new Unknown((UnknownCause)random.Next(1, 6), random.Next(2) == 0 ? "" : "dev/kvm"),
            _ => new Present(Value(random, type, isInList), source),
        };
    }

    private static FactValue Value(Random random, FactType type, bool isInList) => type switch
    {
        BooleanType => new BooleanValue(random.Next(2) == 0),
        NumberType => new NumberValue(new decimal(random.Next(), random.Next(), random.Next(1 << 28), random.Next(2) == 0, (byte)random.Next(28))),
        StringType => new StringValue(Text(random)),
        VersionType => new VersionValue($"{random.Next(9)}.{random.Next(99)}+b", VersionScheme.Deb),
        DateType => new DateValue(new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero)),
        ListType list => new ListValue(Enumerable.Range(0, random.Next(4)).Select(_ => Element(random, list.Of)).ToSequence()),
        RecordType record => new RecordValue(Map(random, record.Fields.Select(field => (field.Name, field.Type)), isInList)),
        MapType map => WholeMap(Map(random, Enumerable.Range(0, random.Next(5)).Select(number => ($"{Text(random)}{number}", map.Of)), isInList), random.Next(2) == 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A map with an unknown entry is written as one that may hold more.
    private static MapValue WholeMap(FactMap entries, bool isComplete) => new(entries, isComplete && !entries.Items.Values.Any(entry => entry is Unknown));

    private static Observation Element(Random random, FactType type) =>
        random.Next(5) == 0 ? new Unknown(UnknownCause.Malformed, $"null instead of a {type}") : Observe(random, type, "", isInList: true);

    private static FactMap Map(Random random, IEnumerable<(string Name, FactType Type)> parts, bool isInList) =>
        new(parts.ToList().Select(part => new KeyValuePair<string, Observation>(part.Name, Observe(random, part.Type, "", isInList))));

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "aZ0.)(\\\"*é漢\u0001😀/ "[..^1].EnumerateRunes().ElementAt(random.Next(13)).ToString()));
}
