using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public class FactCatalogueTests
{
    private static readonly RecordType Package = new([new FactField("version", new VersionType(VersionScheme.Native)), new FactField("owner", new RecordType([new FactField("name", new StringType())]))]);

    private static readonly FactCatalogue Catalogue = new(
    [
        FactDescription.Of("cpu.flags", new ListType(new StringType()), "Flags"),
        FactDescription.Of("os.release", new RecordType([new FactField("id", new StringType()), new FactField("name", new StringType())]), "Release"),
        FactDescription.Of("package(*)", new MapType("name", Package), "Packages"),
        FactDescription.Of("kernel.config(*)", new MapType("name", new StringType()), "Options"),
    ]);

    [Theory]
    [InlineData("cpu.flags", "list of string")]
    [InlineData("os.release", "record")]
    [InlineData("os.release.id", "string")]
    [InlineData("package(*)", "map of record")]
    [InlineData("package(a)", "record")]
    [InlineData("package(a).version", "version")]
    [InlineData("package(a).owner.name", "string")]
    [InlineData("kernel.config(KVM)", "string")]
    public void A_path_has_the_type_at_its_end(string path, string type)
    {
        var reference = Catalogue.Resolve(FactPath.Parse(path));

        Assert.Equal((path, type), (reference?.Path, reference?.Type.ToString()));
    }

    [Theory]
    [InlineData("cpu.flag")]
    [InlineData("cpu.flags.first")]
    [InlineData("cpu.flags(a)")]
    [InlineData("os.release.version")]
    [InlineData("package(a).size")]
    [InlineData("package(*).version")]
    [InlineData("kernel.config")]
    [InlineData("kernel.config(KVM).x")]
    [InlineData("package.version")]
    public void A_path_that_the_catalogue_does_not_have_means_nothing(string path) => Assert.Null(Catalogue.Resolve(FactPath.Parse(path)));

    [Fact]
    public void An_element_of_a_map_of_records_has_its_key_as_a_field()
    {
        var element = Assert.IsType<RecordType>(FactCatalogue.ElementOf(new MapType("name", Package)));

        Assert.Equal(["name", "version", "owner"], element.Fields.Select(field => field.Name));
        Assert.Null(FactCatalogue.ElementOf(new StringType()));
    }

    [Fact]
    public void A_fact_of_the_author_replaces_the_one_of_its_name()
    {
        var catalogue = Catalogue.With([FactDescription.Of("cpu.flags", new StringType(), "Flags of another kind")]);

        Assert.Equal(new StringType(), catalogue.Resolve(FactPath.Parse("cpu.flags"))?.Type);
        Assert.Equal(Catalogue.Facts.Count(), catalogue.Facts.Count());
    }

    [Fact]
    public void Facts_of_one_path_and_different_types_have_slots_of_their_own()
    {
        var slots = new FactSlots();
        var types = new FactType[]
        {
            new ListType(new RecordType([new FactField("a", new StringType())])), new ListType(new RecordType([new FactField("a", new NumberType())])),
            new ListType(new VersionType(VersionScheme.Deb)), new ListType(new VersionType(VersionScheme.Rpm)),
        };

        var found = types.Concat(types).Select(type => slots.SlotOf(new FactReference(FactDescription.Of("x.y", type, "A list"), null, [], type)));

        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], found);
    }
}
