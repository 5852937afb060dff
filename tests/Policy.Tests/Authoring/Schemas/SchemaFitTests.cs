using Policy.Authoring.Schemas;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Tests.Authoring.Yaml;

namespace Policy.Tests.Authoring.Schemas;

public sealed class SchemaFitTests
{
    [Fact]
    public void What_fits_is_what_nothing_can_be_said_against()
    {
        var random = new Random(20261123);
        var documents = Enumerable.Range(0, 5_000)
            .Select(_ => YamlReader.Read(new SourceText("p", YamlMutant.Of(GoodPolicy.Text, random))).Value)
            .OfType<YamlNode>()
            .ToList();

        var fits = documents.Select(document => new SchemaFit(PolicySchema.Document).IsMet(document, PolicySchema.Document.Root)).ToList();

        Assert.Equal(documents.Select(document => SchemaCheck.Walk(document, PolicySchema.Schema).Count == 0), fits);
        Assert.Contains(true, fits);
        Assert.Contains(false, fits);
    }
}
