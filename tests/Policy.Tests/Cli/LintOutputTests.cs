using System.Text.Json;
using Policy.Tests.Snapshots;

namespace Policy.Tests.Cli;

public sealed class LintOutputTests
{
    private const string Broken =
        """
        policy: broken
        version: 1.0.0
        title: t
        rules:
          - { id: memory, title: t, severity: hihg, require: { os.id: a } }
          - { id: other, title: "100%", severity: low, require: { memory.usable: { at_least: "8 gigs: 5%" } } }
        """;

    private const string Waivers = "waivers: idle\nitems: [{ rule: nobody/any, reason: r, owner: o, until: 2026-12-31 }]\n";

    [Fact]
    public void Warnings_do_not_fail_unless_they_count()
    {
        using var folder = new ToolFolder();
        folder.Write("idle.yaml", Waivers);

        var (usual, strict) = (folder.Run("lint", "idle.yaml"), folder.Run("lint", "--strict", "idle.yaml"));

        Assert.Equal((0, 65), (usual.ExitCode, strict.ExitCode));
        Assert.Equal("0 errors, 1 warning in 1 file, 0 rules read\n", usual.Output);
        Assert.StartsWith("idle.yaml:2:17: warning POL4003: there is no policy `nobody`, so the waiver accepts nothing\n", usual.Error, StringComparison.Ordinal);
        Assert.Equal((usual.Output, usual.Error), (strict.Output, strict.Error));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    public void A_form_for_machines_stands_alone_on_standard_output(string format)
    {
        using var folder = new ToolFolder();
        folder.Write("broken.yaml", Broken);
        folder.Write("more, of it: 100%/idle.yaml", Waivers);

        var run = folder.Run("lint", "--format", format, "broken.yaml", "more, of it: 100%/idle.yaml");

        Assert.Equal((65, string.Empty), (run.ExitCode, run.Error));
        Snapshot.Compare(run.Output, format == "github" ? "txt" : "json", Path.Join(Repository.Root, $"tests/Policy.Tests/Cli/Snapshots/LintOutputTests.{format}"));
    }

    [Fact]
    public void A_log_has_what_SARIF_requires()
    {
        using var folder = new ToolFolder();
        folder.Write("broken.yaml", Broken);
        folder.Write("idle.yaml", Waivers);

        using var log = JsonDocument.Parse(folder.Run("lint", "--format", "sarif", "broken.yaml", "idle.yaml").Output);

        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal(["error", "error", "warning"], results.Select(result => result.GetProperty("level").GetString()));
        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!));
        Assert.All(results, result => Assert.True(Uri.TryCreate(Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative, out _)));
        Assert.All(results, result => Assert.True(Place(result).GetProperty("region").GetProperty("endColumn").GetInt32() > Place(result).GetProperty("region").GetProperty("startColumn").GetInt32()));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Without_complaints_there_still_is_a_document(string format)
    {
        using var folder = new ToolFolder();

        var run = folder.Run("lint", "--format", format, "rack.yaml");

        Assert.Equal((0, JsonValueKind.Object), (run.ExitCode, JsonDocument.Parse(run.Output).RootElement.ValueKind));
    }

    [Theory]
    [InlineData("lint --format xml rack.yaml", 64)]
    [InlineData("lint --format github rack.yaml", 0)]
    [InlineData("lint kvm-host vm-platform", 0)]
    public void The_exit_code_says_what_was_found(string line, int exitCode)
    {
        using var folder = new ToolFolder();

        Assert.Equal(exitCode, folder.Run(line.Split(' ')).ExitCode);
    }

    [Fact]
    public void Waivers_and_tests_are_checked_behind_the_policies_that_they_name()
    {
        using var folder = new ToolFolder();
        folder.Write("policies/a.yaml", "waivers: accepted\nitems: [{ rule: rack/palce, reason: r, owner: o, until: 2026-12-31, while: { site.kind: shelf } }]\n");
        folder.Write("policies/rack.test.yaml", "tests: rack\nhosts: { one: { from: pass.json } }\ncases: [{ host: one, expect: { slts: pass } }]\n");
        folder.Write("policies/rack.yaml", File.ReadAllText(folder.File("rack.yaml")));

        var run = folder.Run("lint", "policies");

        Assert.Equal((65, "1 error, 1 warning in 3 files, 2 rules read\n"), (run.ExitCode, run.Output));
        Assert.Contains("policies/a.yaml:2:17: warning POL4003: `rack` has no rule `palce`", run.Error, StringComparison.Ordinal);
        Assert.Contains("policies/rack.test.yaml:3:32: error POL2012: `rack` has no rule `slts`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Waivers_cannot_be_judged_by_and_say_so()
    {
        using var folder = new ToolFolder();
        folder.Write("idle.yaml", Waivers);

        var run = folder.Run("check", "idle.yaml", "--facts", "pass.json");

        Assert.Equal(65, run.ExitCode);
        Assert.StartsWith("idle.yaml:1:1: error POL1013: a document of the kind `waivers` cannot be judged by\n", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");
}
