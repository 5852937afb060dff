using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Reasoning;
using Policy.Core.Rules;
using Policy.Tests.Authoring;

namespace Policy.Tests.Cli;

public sealed class InitTests
{
    [Fact]
    public void A_first_policy_passes_lint_without_a_warning()
    {
        using var folder = new ToolFolder();

        var made = folder.Run("init", "policies/web-server");
        var lint = folder.Run("lint", "--strict", "policies");

        Assert.Equal((0, string.Empty), (made.ExitCode, made.Error));
        Assert.Equal(new ToolRun(0, "0 errors, 0 warnings in 2 files, 4 rules read\n", string.Empty), lint);
        Assert.Equal(
            ["policy.schema.json", "tests.schema.json", "web-server.facts.json", "web-server.test.yaml", "web-server.yaml"],
            Directory.EnumerateFileSystemEntries(folder.File("policies")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_next_steps_can_be_taken_as_they_are_printed()
    {
        using var folder = new ToolFolder();
        var made = folder.Run("init", "web-server");

        var steps = made.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("policy ", StringComparison.Ordinal)).ToList();
        var runs = steps.Select(step => folder.Run([.. step.Split(' ').Skip(1)])).ToList();

        Assert.Equal(["policy lint web-server.yaml web-server.test.yaml", "policy explain web-server.yaml", "policy check web-server.yaml"], steps);
        Assert.All(runs, run => Assert.InRange(run.ExitCode, 0, 2));
        Assert.StartsWith("web-server ", runs[1].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_its_tests_expect_is_what_it_says()
    {
        using var folder = new ToolFolder();
        folder.Run("init", "web-server");
        var policy = Load("web-server.yaml", null);
        var tests = Load("web-server.test.yaml", PolicyLibrary.Of(_ => (AuthoredDocument)policy));

        var verdicts = TestDocumentRun.Of((TestDocument)tests, (PolicyDocument)policy, name => File.ReadAllText(folder.File(name))).ToList();

        Assert.Equal(verdicts.Select(item => item.Expected), verdicts.Select(item => item.Judged));
        Assert.All(((PolicyDocument)policy).Rules, rule => Assert.Contains(verdicts, item => item.Judged.EndsWith($"/{rule.Id}: fail", StringComparison.Ordinal)));
        Assert.Empty(PolicyReasoner.Check((PolicyDocument)policy));

        SourceDocument Load(string file, PolicyLibrary? library)
        {
            var loaded = DocumentLoader.Load(new DocumentText(file, File.ReadAllBytes(folder.File(file))), FactSources.Catalogue, library);
            Assert.Empty(loaded.Diagnostics);
            return loaded.Value!;
        }
    }

    [Fact]
    public void The_first_line_leads_editors_to_the_schema_beside_the_file()
    {
        using var folder = new ToolFolder();
        folder.Run("init", "web-server");

        foreach (var (file, schema) in new[] { ("web-server.yaml", "policy"), ("web-server.test.yaml", "tests") })
        {
            Assert.Equal($"# yaml-language-server: $schema={schema}.schema.json", File.ReadLines(folder.File(file)).First());
            Assert.Equal(ShippedSchemas.Find(schema), File.ReadAllBytes(folder.File($"{schema}.schema.json")));
        }
    }

    [Theory]
    [InlineData("web-server.yaml")]
    [InlineData("web-server.test.yaml")]
    [InlineData("web-server.facts.json")]
    public void A_file_that_is_there_is_left_as_it_is_and_nothing_is_written(string file)
    {
        using var folder = new ToolFolder();
        folder.Write(file, "mine");
        var before = Directory.EnumerateFileSystemEntries(folder.Path).Order().ToList();

        var run = folder.Run("init", "web-server");

        Assert.Equal(new ToolRun(73, string.Empty, $"policy: {file} is there already; it is left as it is\n"), run);
        Assert.Equal("mine", File.ReadAllText(folder.File(file)));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(folder.Path).Order());
    }

    [Fact]
    public void A_second_policy_in_a_folder_uses_the_schemas_that_are_there()
    {
        using var folder = new ToolFolder();
        folder.Write("policy.schema.json", "{}");

        var runs = new[] { folder.Run("init", "one.yaml"), folder.Run("init", "two"), folder.Run("init"), folder.Run("init", "deep/") };

        Assert.All(runs, run => Assert.Equal((0, string.Empty), (run.ExitCode, run.Error)));
        Assert.Equal("{}", File.ReadAllText(folder.File("policy.schema.json")));
        Assert.All(new[] { "one.yaml", "two.yaml", "my-policy.yaml", "deep/my-policy.yaml" }, file => Assert.True(File.Exists(folder.File(file))));
    }

    [Theory]
    [InlineData("Web_Server", 64, "`Web_Server` is no id\nhelp: write lower-case letters and digits with single hyphens between, such as `web-server`")]
    [InlineData("pass.json/web-server", 73, "cannot create pass.json: ")]
    [InlineData("/proc/web-server", 73, "cannot create /proc/web-server.yaml: ")]
    public void A_name_that_cannot_be_written_is_refused(string name, int exitCode, string message)
    {
        using var folder = new ToolFolder();

        var run = folder.Run("init", name);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith($"policy: {message}", run.Error, StringComparison.Ordinal);
    }
}
