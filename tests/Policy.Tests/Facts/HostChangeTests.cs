using System.Text;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public sealed class HostChangeTests
{
    private const string Facts = """{ "cpu": { "logical": 4 }, "package": { "*": null, "curl": { "version": "8.0" } }, "iommu": null, "virtualization": { "type": null } }""";

    [Theory]
    [InlineData("cpu.logical", "cpu.logical")]
    [InlineData("package(curl)", "package(curl).version")]
    [InlineData("package(curl).version", "package(curl)")]
    [InlineData("package(*)", "package(curl).version")]
    [InlineData("package(curl).version", "package(*)")]
    public void A_fact_concerns_itself_and_what_holds_or_is_a_part_of_it(string changed, string read) => Assert.True(HostChange.Concerns(Reference(changed), Reference(read)));

    [Theory]
    [InlineData("cpu.logical", "cpu.online")]
    [InlineData("package(curl).version", "package(git).version")]
    [InlineData("package(curl)", "module(curl)")]
    public void A_fact_concerns_nothing_beside_it(string changed, string read) => Assert.False(HostChange.Concerns(Reference(changed), Reference(read)));

    [Fact]
    public void Only_the_changed_fact_is_otherwise()
    {
        var (facts, slots) = Host("cpu.logical", "package(curl).version", "package(git).version");

        var after = new HostChange(Reference("cpu.logical"), new Present(new NumberValue(2), "here")).Apply(facts, slots);

        Assert.Equal([new Present(new NumberValue(2), "here"), facts.Slots[1], facts.Slots[2]], after.Slots);
    }

    [Fact]
    public void A_part_of_a_changed_record_or_map_follows_it()
    {
        var (facts, slots) = Host("package(curl).version", "package(git).version");
        var curl = new Present(new RecordValue(FactMap.Empty.With("version", new Present(new VersionValue("9", VersionScheme.Native)))), "here");

        var after = new HostChange(Reference("package(curl)"), curl).Apply(facts, slots);
        var none = new HostChange(Reference("package(curl)"), new Absent("here")).Apply(facts, slots);
        var open = new HostChange(Reference("package(curl)"), new Unknown(UnknownCause.NotCollected)).Apply(facts, slots);

        Assert.Equal(new Present(new VersionValue("9", VersionScheme.Native), "here"), after.Slots[0]);
        Assert.Equal(new Absent(), after.Slots[1]);
        Assert.Equal(new Absent("here"), none.Slots[0]);
        Assert.Equal(new Unknown(UnknownCause.NotCollected), open.Slots[0]);
    }

    [Fact]
    public void A_map_holds_the_changed_entry_and_keeps_the_others()
    {
        var (facts, slots) = Host("package(*)");

        var after = new HostChange(Reference("package(git).version"), new Present(new VersionValue("2", VersionScheme.Native), "here")).Apply(facts, slots);
        var open = new HostChange(Reference("package(curl)"), new Unknown(UnknownCause.NotCollected)).Apply(facts, slots);

        var packages = Assert.IsType<MapValue>(Assert.IsType<Present>(after.Slots[0]).Value);
        Assert.Equal(["curl", "git"], packages.Entries.Items.Keys);
        Assert.True(packages.IsComplete);
        var opened = Assert.IsType<MapValue>(Assert.IsType<Present>(open.Slots[0]).Value);
        Assert.Equal(new Unknown(UnknownCause.NotCollected), opened.Entries.Find("curl"));
    }

    [Fact]
    public void What_was_absent_is_there_as_soon_as_a_part_of_it_is_and_not_before()
    {
        var (facts, slots) = Host("package(git)");

        var present = new HostChange(Reference("package(git).version"), new Present(new VersionValue("2", VersionScheme.Native))).Apply(facts, slots);
        var absent = new HostChange(Reference("package(git).version"), new Absent()).Apply(facts, slots);

        Assert.IsType<RecordValue>(Assert.IsType<Present>(present.Slots[0]).Value);
        Assert.Equal(new Absent(), absent.Slots[0]);
    }

    private static FactReference Reference(string path) => FactSources.Catalogue.Resolve(FactPath.Parse(path))!;

    private static (HostFacts Facts, FactSlots Slots) Host(params string[] paths)
    {
        var slots = new FactSlots();
        foreach (var path in paths)
        {
            slots.SlotOf(Reference(path));
        }

        var read = FactDocumentReader.Read(Encoding.UTF8.GetBytes($$"""{ "format": 1, "host": "h", "facts": {{Facts}} }"""), slots);
        return (Assert.IsType<ReadFacts>(read).Facts, slots);
    }
}
