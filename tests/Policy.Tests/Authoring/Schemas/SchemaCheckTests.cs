using Policy.Authoring.Schemas;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Tests.Authoring.Yaml;
using Xunit.Abstractions;

namespace Policy.Tests.Authoring.Schemas;

public sealed class SchemaCheckTests(ITestOutputHelper output)
{
    private const string Head = "policy: a\nversion: 1.0.0\ntitle: t\n";
    private const string Rule = "rules: [{ id: r, title: t, severity: low, require: { a.b: c } }]\n";

    [Fact]
    public void A_policy_with_one_of_everything_has_its_structure()
    {
        var complaints = Check(GoodPolicy.Text);

        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("policy: KVM Host\nversion: 1.0.0\ntitle: t\n" + Rule, "p:1:9: POL1105: `KVM Host` is not an id")]
    [InlineData("policy: \"a\\n\"\nversion: 1.0.0\ntitle: t\n" + Rule, "p:1:9: POL1105: `aU+000A` is not an id")]
    [InlineData("policy: a\nversion: 1.0.0\n" + Rule, "p:1:1: POL1102: the policy has no `title`")]
    [InlineData("policy: a\nversion: 1.0.0\ntitel: t\n" + Rule, "p:3:1: POL1101: a policy has no key `titel`")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle:\n" + Rule, "p:3:7: POL1106: expected text, found nothing")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: { de: t }\n" + Rule, "p:3:8: POL1102: the text has no `en`")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: ~\n" + Rule, "p:3:8: POL1103: expected text or a mapping, found null")]
    [InlineData(Head + "rules: []\n", "p:4:8: POL1106: found an empty list, expected at least one entry")]
    [InlineData(Head + "rules: { r: 1 }\n", "p:4:8: POL1103: expected a list, found a mapping")]
    [InlineData(Head + "tags: web\n" + Rule, "p:4:7: POL1103: expected a list, found text")]
    [InlineData(Head + "tags: [[a]]\n" + Rule, "p:4:8: POL1103: expected text, found a list")]
    [InlineData(Head + "parameters: { min-memory: { type: size } }\n" + Rule, "p:4:15: POL1105: `min-memory` is not a name")]
    [InlineData(Head + "parameters: { a: { type: sise } }\n" + Rule, "p:4:26: POL1104: `sise` is not one of `boolean`, `number`, `size`, `frequency`, `duration`, `bandwidth`, `percent`, `string`, `version`, `date`, `list`, `record`, `map`")]
    [InlineData(Head + "applies: {}\n" + Rule, "p:4:10: POL1106: found an empty condition, expected at least one entry")]
    [InlineData(Head + "applies: { a.b: [c] }\n" + Rule, "p:4:17: POL1103: expected text or a mapping, found a list")]
    [InlineData(Head + "applies: { al: [{ a.b: c }] }\n" + Rule, "p:4:12: POL1101: a condition has no key `al`")]
    [InlineData(Head + "applies: { all: [] }\n" + Rule, "p:4:17: POL1106: found an empty list, expected at least one entry")]
    [InlineData(Head + "applies: { not: c }\n" + Rule, "p:4:17: POL1103: expected a mapping, found text")]
    [InlineData(Head + "applies: { switch: a.b, cases: { x: { c.d: 1 } }, default: maybe }\n" + Rule, "p:4:60: POL1104: `maybe` is not one of `pass`, `fail`, `unknown`")]
    [InlineData(Head + "applies: { switch: a.b, cases: { x: { nott: 1 } }, default: pass }\n" + Rule, "p:4:39: POL1101: a condition has no key `nott`")]
    public void Every_kind_of_mistake_is_told_once_at_its_place(string text, string expected)
    {
        var complaints = Check(text);

        Assert.Equal(expected, Assert.Single(complaints).ToString());
    }

    [Fact]
    public void Every_mistake_in_a_document_is_told_and_none_that_follows_from_another()
    {
        var complaints = Check(
            """
            policy: a
            version: 1.0.0
            title: t
            rules:
              - id: r
                titel: t
                severity: hgih
                require: { any: [{ cpu.flags: {} }, text], of: x }
                fix: [{ efort: reboot }, { effort: bios }]
              - {}
              - null
              - [id, r]
            """);

        Assert.Equal(
            [
                "6:5 POL1101", "7:15 POL1104", "8:35 POL1106", "8:41 POL1103", "8:52 POL1103", "9:13 POL1101", "9:40 POL1104",
                "10:5 POL1102", "11:5 POL1103", "12:5 POL1103",
            ],
            complaints.Select(item => $"{item.Span.Line}:{item.Span.Column} {item.Code.Id}"));
    }

    [Theory]
    [InlineData("titel: t\n", "did you mean `title`?")]
    [InlineData("parameters: { a-b: { type: size } }\n", "write lower-case letters, digits and underscores, such as `min_memory`")]
    [InlineData("parameters: { a: { type: sise } }\n", "did you mean `size`?")]
    [InlineData("tags: [~]\n", "put `~` in quotes if the word is meant")]
    [InlineData("something: t\n", "its keys are `policy`, `version`, `title`, `summary`, `tags`, `facts`, `parameters`, `define`, `applies`, `rules`")]
    public void The_help_says_what_to_write(string line, string help)
    {
        var text = line.StartsWith("titel", StringComparison.Ordinal) ? "policy: a\nversion: 1.0.0\n" + line + Rule : Head + line + Rule;

        var complaints = Check(text);

        Assert.Equal(help, Assert.Single(complaints).Help);
    }

    [Theory]
    [InlineData("profile: a\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: b, parameters: { m: 32 GiB, l: [x] }, severity: { r-1: low }, without: [x] }, { profile: c }]\n", null)]
    [InlineData("profile: a\nversion: 1.0.0\ntitle: t\n", "p:1:1: POL1102: the profile has no `include`")]
    [InlineData("profile: a\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: b, severity: { r: lo } }]\n", "p:4:39: POL1104: `lo` is not one of `critical`, `high`, `medium`, `low`, `info`")]
    [InlineData("profile: a\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: b, severity: { R: low } }]\n", "p:4:36: POL1105: `R` is not an id")]
    public void A_profile_has_a_structure_too(string text, string? expected)
    {
        var node = YamlReader.Read(new SourceText("p", text)).Value!;

        var complaints = SchemaCheck.Check(node, ProfileSchema.Schema);

        Assert.Equal(expected, complaints.SingleOrDefault()?.ToString());
    }

    [Fact]
    public void Every_policy_of_the_specification_has_its_structure()
    {
        if (RepositoryFiles.Specification("vectors") is not { } folder)
        {
            output.WriteLine("skipped: the specification is not at hand");
            return;
        }

        var complaints = Directory.EnumerateFiles(folder, "*.yaml").SelectMany(file => Check(File.ReadAllText(file)).Select(item => $"{file}: {item}"));

        Assert.Empty(complaints);
    }

    [Fact]
    public void A_mutant_of_a_good_policy_never_throws_and_each_complaint_has_a_place()
    {
        var random = new Random(7);

        var trees = Enumerable.Range(0, 3_000).Select(_ => YamlReader.Read(new SourceText("p", YamlMutant.Of(GoodPolicy.Text, random))).Value).OfType<YamlNode>();
        var complaints = trees.SelectMany(tree => SchemaCheck.Check(tree, PolicySchema.Schema)).ToList();

        Assert.NotEmpty(complaints);
        Assert.All(complaints, item => Assert.True(item.Span is { File: "p", Line: >= 1, Column: >= 1, Length: >= 1 }, item.ToString()));
    }

    [Fact]
    public void A_large_document_takes_time_in_proportion_and_at_most_100_complaints()
    {
        var many = string.Concat(Enumerable.Range(0, 200_000).Select(number => $"  key{number}: 1,\n"));

        var (good, bad) = (Check(Head + "applies: {\n" + many.Replace("key", "a.b", StringComparison.Ordinal) + "  }\n" + Rule), Check(Head + "applies: {\n" + many + "  }\n" + Rule));

        Assert.Empty(good);
        Assert.Equal(100, bad.Count);
    }

    private static Sequence<Diagnostic> Check(string text) => SchemaCheck.Check(YamlReader.Read(new SourceText("p", text)).Value!, PolicySchema.Schema);
}
