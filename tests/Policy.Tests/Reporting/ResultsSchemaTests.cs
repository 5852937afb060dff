using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Reporting.Results;

namespace Policy.Tests.Reporting;

public sealed class ResultsSchemaTests
{
    // Those that the validator enforces; the others it reads and ignores.
    private static readonly string[] Keywords =
    [
        "$schema", "$id", "$ref", "title", "description", "definitions", "type", "properties", "additionalProperties", "required", "enum", "items", "maxItems",
        "pattern", "minimum", "maximum", "oneOf", "allOf",
    ];

    [Fact]
    public async Task Real_results_are_what_the_schema_says()
    {
        var schema = await Schema();

        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(ResultsWriter.Document(Run()))));
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(ResultsWriter.Document(Run() with { EvaluatedAt = null, Hosts = [] }))));
    }

    [Theory]
    [InlineData("format", "2")]
    [InlineData("engine", "7")]
    [InlineData("evaluated_at", "\"yesterday\"")]
    [InlineData("hosts", "{}")]
    [InlineData("hosts", "[ { \"host\": \"h\" } ]")]
    public async Task Results_with_another_value_are_refused(string member, string value)
    {
        var document = JsonNode.Parse(ResultsWriter.Document(Run()))!.AsObject();

        document[member] = JsonNode.Parse(value);

        Assert.NotEmpty((await Schema()).Validate(document.ToJsonString()));
    }

    [Fact]
    public void Every_object_is_closed_and_every_member_is_described()
    {
        Assert.All(Objects(Text()), described =>
        {
            Assert.False(described.Schema.GetProperty("additionalProperties").GetBoolean(), described.Path);
            var members = described.Schema.GetProperty("properties").EnumerateObject();
            Assert.All(members, member => Assert.True(member.Value.TryGetProperty("description", out _), member.Name));
        });
    }

    [Fact]
    public void The_schema_uses_only_keywords_that_are_enforced()
    {
        Assert.Empty(KeywordsIn(Text()).Except(Keywords));
    }

    private static RunResults Run()
    {
        var fact = Made.Seen("cpu.flags", "[vmx]");
        var numbers = new ListValue([new Present(new NumberValue(1.5m)), new Unknown(UnknownCause.Malformed)]);
        var list = new Evidence("list", new Present(numbers, "x"), new ListType(new NumberType()));
        var inner = Made.Test("y", Truth.Unknown, Made.NotSeen(".size", UnknownCause.Timeout));
        var failed = Made.Rule("a", Verdict.Fail, RuleSeverity.Info, fact, list, Made.Missing("b"), Made.NotSeen("c", UnknownCause.Denied)) with
        {
            Explanation = Made.Group("all of", Truth.False, Made.Test("x", Truth.False, fact, inner)),
            BecauseOf = ["b"],
            Remedy = new Remedy(null, null, new ReaderText("do"), ["ls"]),
        };
        var policies = new[] { Made.Policy("p", failed, Made.Rule("b", Verdict.Warn)), Made.Policy("q", Made.Rule("c", Verdict.NotApplicable)) };
        var profiles = Sequence.Create([Made.Shape("s", Verdict.Fail, 0), Made.Umbrella("u", Verdict.Fail, ["s"], [0])]);
        return Made.Run(Made.Host("h", profiles, policies), new UnreadableHost("x.json", "no JSON"));
    }

    private static string File() => System.IO.File.ReadAllText(Path.Join(Repository.Root, "schema/results.schema.json"));

    private static async Task<JsonSchema> Schema() => await JsonSchema.FromJsonAsync(File());

    private static JsonElement Text() => JsonDocument.Parse(File()).RootElement;

    private static IEnumerable<(string Path, JsonElement Schema)> Objects(JsonElement schema, string path = "#")
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var below = schema.EnumerateObject().SelectMany(member => Objects(member.Value, $"{path}/{member.Name}"));
        var isObject = schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && schema.TryGetProperty("properties", out _);
        return isObject ? below.Append((path, schema)) : below;
    }

    private static IEnumerable<string> KeywordsIn(JsonElement schema) => schema.EnumerateObject().SelectMany(member => member.Name switch
    {
        "properties" or "definitions" => member.Value.EnumerateObject().SelectMany(item => KeywordsIn(item.Value)).Append(member.Name),
        "items" => KeywordsIn(member.Value).Append(member.Name),
        "oneOf" or "allOf" => member.Value.EnumerateArray().SelectMany(KeywordsIn).Append(member.Name),
        _ => [member.Name],
    });
}
