using System.Text;
using System.Text.RegularExpressions;
using Policy.Authoring;
using Policy.Cli;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Reasoning;
using Policy.Core.Rules;
using Policy.Testing;
using Policy.Tests.Authoring;
using Policy.Tests.Cli;

namespace Policy.Tests.Documentation;

public sealed partial class GuideTests
{
    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (var (file, block) in GuidePage.Files.SelectMany(file => GuidePage.Blocks(file).Where(block => block.Kind == "yaml").Select(block => (file, block))))
            {
                examples.Add(file, block.Line);
            }

            return examples;
        }
    }

    public static TheoryData<string> Pages => [.. GuidePage.Files, "README.md"];

    public static TheoryData<string> Sections => [.. GuidePage.Files, "policies/FACTS.md"];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_what_the_page_says(string file, int line)
    {
        var block = GuidePage.Blocks(file).Single(block => block.Line == line);
        var text = Document(block.Text);
        var loaded = Load(file, text);

        Assert.Equal(block.Code is { } code ? [code] : [], Complaints(file, loaded).Select(complaint => complaint.Code.Id));
        Assert.True(text == block.Text || block.Code is not null || block.Rows.Any(), $"{file}:{line}: a condition needs a table `| facts | verdict |`, or a line `Wrong: `POL...``");
        Assert.Equal(block.Rows.Select(row => row.Verdicts), block.Rows.Select(row => Judge(text, row.Facts)));
        CheckTests(file, line, loaded.Value as TestDocument);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_that_a_page_names_is_there(string page)
    {
        var verbs = CommandTree.Build().Subcommands.Select(command => command.Name);

        var named = GuidePage.Lines(page).SelectMany(line => Command().Matches(line)).Select(match => match.Groups[1].Value);

        Assert.Empty(named.Distinct().Except(verbs));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Join(Repository.Root, page));

        var links = GuidePage.Lines(page).SelectMany(line => Link().Matches(line)).Select(match => Path.Join(folder, match.Groups[1].Value));

        Assert.All(links, link => Assert.True(Path.Exists(link), link));
    }

    [Fact]
    public void The_complaint_about_a_misspelt_fact_is_what_lint_prints()
    {
        using var folder = new ToolFolder();
        folder.Write("web-server.yaml", GuidePage.Blocks("policies/README.md").First().Text.Replace("memory.usable", "memory.usabel", StringComparison.Ordinal));

        var run = folder.Run("lint", "web-server.yaml");

        Repository.Keep("policies/README.md", "lint", run.Error.TrimEnd('\n'));
        Assert.Equal(65, run.ExitCode);
    }

    [Theory]
    [InlineData("memory.usable: { at_least: 2 GiB }", "memory.usabel: { at_least: 2 GiB }")]
    [InlineData("memory.total: { at_least: 8 GiB }", "memory.total: { at_leest: 8 GiB }")]
    public void What_the_pages_let_lint_mend_is_mended(string right, string wrong)
    {
        using var folder = new ToolFolder();
        folder.Write("web-server.yaml", Document(wrong));

        var run = folder.Run("lint", "--fix", "web-server.yaml");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(Document(right), File.ReadAllText(folder.File("web-server.yaml")));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_link_within_a_page_leads_to_a_title(string page)
    {
        var titles = GuidePage.Lines(page).Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-')).ToHashSet();

        var links = GuidePage.Lines(page).SelectMany(line => Anchor().Matches(line)).Select(match => match.Groups[1].Value);

        Assert.Empty(links.Except(titles));
    }

    // A condition stands under a rule of a policy that declares the one fact of the author's own.
    private static string Document(string text) => DocumentHead.Of("example", Encoding.UTF8.GetBytes(text)) is { } head && DocumentLoader.Kinds.Contains(head.Kind) ? text : $$"""
        policy: example
        version: 1.0.0
        title: An example
        facts: { site.installed: { type: date, describe: When the host was installed } }
        rules:
          - id: example
            title: An example
            severity: low
            require:
              {{text.TrimEnd().Replace("\n", "\n      ", StringComparison.Ordinal)}}

        """;

    private static Checked<SourceDocument> Load(string file, string text) =>
        DocumentLoader.Load(new DocumentText("example", Encoding.UTF8.GetBytes(text)), FactSources.Catalogue, PolicyLibrary.Of(id => Find(file, id)));

    // What an example names stands before it on its page, or is shipped.
    private static AuthoredDocument? Find(string file, string id)
    {
        var block = GuidePage.Blocks(file).FirstOrDefault(block => block.Text.StartsWith($"policy: {id}\n", StringComparison.Ordinal));
        return block is null ? ShippedDocuments.Find(id, FactSources.Catalogue) : Load(file, block.Text).Value as AuthoredDocument;
    }

    private static Sequence<Diagnostic> Complaints(string file, Checked<SourceDocument> loaded) => loaded.Value switch
    {
        PolicyDocument policy => [.. loaded.Diagnostics, .. PolicyReasoner.Check(policy)],
        ProfileDocument profile => [.. loaded.Diagnostics, .. Composition.Compose([profile], id => Find(file, id), []).Diagnostics],
        _ => loaded.Diagnostics,
    };

    private static string Judge(string text, string facts)
    {
        var policy = PolicyUnderTest.Load("example", Encoding.UTF8.GetBytes(text), FactSources.Catalogue).Value!;
        var document = $$"""{ "format": 1, "host": "example", "collected_at": "2026-11-22T00:00:00Z", "facts": {{facts}} }""";
        return string.Join(", ", policy.Judge(Encoding.UTF8.GetBytes(document)).Policies[0].Findings.Select(finding => finding.Verdict.Name()));
    }

    private static void CheckTests(string file, int line, TestDocument? tests)
    {
        if (tests is null)
        {
            return;
        }

        var facts = GuidePage.Blocks(file).Last(block => block.Kind == "json" && block.Line < line).Text;
        var verdicts = TestDocumentRun.Of(tests, (PolicyDocument)Find(file, tests.Policy.Name)!, _ => facts).ToList();
        Assert.Equal(verdicts.Select(item => item.Expected), verdicts.Select(item => item.Judged));
    }

    [GeneratedRegex("(?:^    |`)policy ([a-z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Anchor();
}
