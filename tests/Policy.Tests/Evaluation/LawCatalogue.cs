using Policy.Core.Facts;

namespace Policy.Tests.Evaluation;

/// <summary>A small world of facts with every type of the language.</summary>
internal static class LawCatalogue
{
    public static readonly FactType Words = new ListType(new StringType());

    private static readonly RecordType Disk = new(
    [
        new FactField("size", new NumberType(FactUnit.Size)),
        new FactField("kind", new StringType(["ssd", "hdd"])),
        new FactField("fast", new BooleanType()),
        new FactField("tags", Words),
    ]);

    private static readonly RecordType Package = new([new FactField("version", new VersionType(VersionScheme.Native)), new FactField("size", new NumberType(FactUnit.Size))]);

    /// <summary>The catalogue; it also tells the scheme of native versions.</summary>
    public static FactCatalogue Facts { get; } = new(
    [
        FactDescription.Of("t.flag", new BooleanType(), "A switch"),
        FactDescription.Of("t.n", new NumberType(), "A number"),
        FactDescription.Of("t.m", new NumberType(), "Another number"),
        FactDescription.Of("t.size", new NumberType(FactUnit.Size), "A size"),
        FactDescription.Of("t.name", new StringType(), "A text"),
        FactDescription.Of("t.kind", new StringType(["red", "green"]), "A choice"),
        FactDescription.Of("t.version", new VersionType(VersionScheme.Dotted), "A version"),
        FactDescription.Of("t.native", new VersionType(VersionScheme.Native), "A version of a package"),
        FactDescription.Of("t.date", new DateType(), "A date"),
        FactDescription.Of("t.words", Words, "Texts"),
        FactDescription.Of("t.numbers", new ListType(new NumberType()), "Numbers"),
        FactDescription.Of("t.disks", new ListType(Disk), "Records"),
        FactDescription.Of("t.package(*)", new MapType("name", Package), "Records by name"),
        FactDescription.Of("t.label(*)", new MapType("name", new StringType()), "Texts by name"),
        PackageScheme.Fact,
    ]);

    /// <summary>What conditions ask of.</summary>
    public static IReadOnlyList<FactReference> References { get; } =
    [
        .. new[]
        {
            "t.flag", "t.n", "t.m", "t.size", "t.name", "t.kind", "t.version", "t.native", "t.date", "t.words", "t.numbers", "t.disks",
            "t.package(*)", "t.package(a)", "t.package(a).version", "t.package(b).size", "t.label(*)", "t.label(x)",
        }.Select(Reference),
    ];

    /// <summary>What a path means here.</summary>
    public static FactReference Reference(string path) => Facts.Resolve(FactPath.Parse(path)) ?? throw new ArgumentException(path, nameof(path));
}
