using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using Policy.Authoring;
using Policy.Authoring.Schemas;
using Policy.Authoring.Yaml;
using Policy.Collection;
using Policy.Core.Diagnostics;

namespace Policy.Tests.Authoring.Schemas;

public sealed class SchemaFileTests
{
    /// <summary>What editors and NJsonSchema enforce, and what says nothing about a document; NJsonSchema ignores other keywords without a word.</summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "title", "description", "definitions", "markdownDescription", "defaultSnippets",
        "type", "properties", "required", "additionalProperties", "patternProperties", "items", "enum", "pattern", "minItems", "minProperties", "anyOf", "$ref",
    };

    private static readonly IReadOnlyDictionary<string, string> Written = PublishedSchemas.Of(FactSources.Catalogue);

    public static TheoryData<string> Names => [.. Written.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_published_schema_is_what_the_code_says(string name)
    {
        var written = Written[name];

        if (Environment.GetEnvironmentVariable("POLICY_ACCEPT") == "1")
        {
            File.WriteAllText(PathOf(name), written);
        }

        Assert.Equal(written, File.ReadAllText(PathOf(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_published_schema_uses_only_keywords_that_are_enforced(string name)
    {
        using var json = JsonDocument.Parse(Written[name]);

        var unknown = KeywordsIn(json.RootElement).Except(Keywords);

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task NJsonSchema_reads_the_published_schema_and_finds_the_good_policy_good_and_bad_ones_bad()
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(PathOf("policy")));
        string[] bad = [GoodPolicy.Text.Replace("severity: info", "severity: none", StringComparison.Ordinal), GoodPolicy.Text.Replace("cases:", "case:", StringComparison.Ordinal)];

        var counts = bad.Prepend(GoodPolicy.Text).Select(text => schema.Validate(Json(YamlReader.Read(new SourceText("p", text)).Value!)).Count).ToList();

        Assert.Equal(0, counts[0]);
        Assert.All(counts[1..], count => Assert.NotEqual(0, count));
    }

    [Fact]
    public async Task What_the_hovers_show_as_examples_is_accepted_by_the_program_and_by_the_schema()
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(Written["policy"]);
        var examples = SchemaExamples.In(JsonNode.Parse(Written["policy"])!).ToList();

        var text = "policy: a\nversion: 1.0.0\ntitle: t\nrules:\n" + string.Concat(examples.Select((example, number) => $"  - id: e{number}\n    title: t\n    severity: info\n    require: {{ {example} }}\n"));
        var loaded = DocumentLoader.Load("p", Encoding.UTF8.GetBytes(text), FactSources.Catalogue);

        Assert.True(examples.Count > 1_000, $"{examples.Count} examples");
        Assert.DoesNotContain(loaded.Diagnostics, item => item.Code.Severity == DiagnosticSeverity.Error);
        Assert.Empty(schema.Validate(Json(YamlReader.Read(new SourceText("p", text)).Value!)));
    }

    [Theory]
    [InlineData("memory.total: 8")]
    [InlineData("memory.total: { at_least: 8 gib }")]
    [InlineData("memory.total: { contains: 8 GiB }")]
    [InlineData("memory.total: {}")]
    [InlineData("host.kind: laptop")]
    [InlineData("host.kind: { one_of: [] }")]
    [InlineData("host.kind: { is: there }")]
    [InlineData("cpu.flags: vmx")]
    [InlineData("cpu.flags: { some: { contains: x }, size: 3 }")]
    [InlineData("cpu.logical: four")]
    [InlineData("iommu.interrupt_remapping: yes")]
    [InlineData("package(*): { is: present }")]
    [InlineData("package(bash): 5.2")]
    [InlineData("package(bash).version: { contains: x }")]
    [InlineData("pci.devices: { some: { driver: vfio } }")]
    [InlineData("pci.devices: { some: { .drivr: vfio } }")]
    [InlineData(".size: 3")]
    [InlineData("al: [{ cpu.logical: 4 }]")]
    public async Task What_the_schema_refuses_the_program_refuses_too(string condition)
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(Written["policy"]);
        var text = $"policy: a\nversion: 1.0.0\ntitle: t\nrules: [{{ id: r, title: t, severity: low, require: {{ {condition} }} }}]\n";

        var loaded = DocumentLoader.Load("p", Encoding.UTF8.GetBytes(text), FactSources.Catalogue);

        Assert.Contains(loaded.Diagnostics, item => item.Code.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(schema.Validate(Json(YamlReader.Read(new SourceText("p", text)).Value!)));
    }

    private static string PathOf(string name) => RepositoryFiles.Path($"schema/{name}.schema.json");

    private static JToken Json(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.IsNull ? JValue.CreateNull() : new JValue(scalar.Text),
        YamlSequence list => new JArray(list.Items.Select(Json)),
        _ => new JObject(((YamlMapping)node).Entries.Select(entry => new JProperty(entry.Key.Text, Json(entry.Value)))),
    };

    private static IEnumerable<string> KeywordsIn(JsonElement schema)
    {
        foreach (var member in schema.EnumerateObject())
        {
            yield return member.Name;
            var inner = member.Name switch
            {
                "properties" or "patternProperties" or "definitions" => member.Value.EnumerateObject().Select(item => item.Value),
                "items" or "additionalProperties" when member.Value.ValueKind == JsonValueKind.Object => [member.Value],
                "anyOf" => member.Value.EnumerateArray(),
                _ => [],
            };
            foreach (var keyword in inner.SelectMany(KeywordsIn))
            {
                yield return keyword;
            }
        }
    }
}
