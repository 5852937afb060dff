using System.Text.Json;
using Newtonsoft.Json.Linq;
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
