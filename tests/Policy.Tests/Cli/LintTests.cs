using System.Text.Json;

namespace Policy.Tests.Cli;

public sealed class LintTests
{
    private const string Broken =
        """
        policy: broken
        version: 1.0.0
        title: t
        rules:
          - id: memory
            title: t
            severity: hgih
            require: { kvm.open: { starts_whit: d } }
            needs: [memroy]

        """;

    [Theory]
    [InlineData("lint broken.yaml")]
    [InlineData("check broken.yaml --facts pass.json")]
    public void Every_mistake_is_shown_at_once_with_its_line_a_caret_and_help(string line)
    {
        using var folder = new ToolFolder();
        folder.Write("broken.yaml", Broken);

        var run = folder.Run(line.Split(' '));

        Assert.Equal(65, run.ExitCode);
        Assert.Equal(
            """
            broken.yaml:7:15: error POL1104: `hgih` is not one of `critical`, `high`, `medium`, `low`, `info`
              7 |     severity: hgih
                |               ^^^^
              help: did you mean `high`?
            broken.yaml:8:28: error POL2003: there is no operator `starts_whit`
              8 |     require: { kvm.open: { starts_whit: d } }
                |                            ^^^^^^^^^^^
              help: did you mean `starts_with`?
            broken.yaml:9:13: error POL2012: this policy has no rule `memroy`
              9 |     needs: [memroy]
                |             ^^^^^^
              help: did you mean `memory`?
            """,
            run.Error.Trim());
    }

    [Fact]
    public void A_sound_policy_is_told_to_be_sound()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("lint", "rack.yaml");

        Assert.Equal(new ToolRun(0, "0 errors, 0 warnings in 1 file, 2 rules read\n", string.Empty), run);
    }

    [Fact]
    public void A_folder_is_read_with_its_folders_but_not_in_a_circle_of_links()
    {
        using var folder = new ToolFolder();
        folder.Write("policies/deep/rack.yml", File.ReadAllText(folder.File("rack.yaml")));
        folder.Write("policies/rack.test.yaml", "tests: rack\nhosts: { one: { from: pass.json } }\ncases: [{ host: one, expect: { \"*\": pass } }]\n");
        File.CreateSymbolicLink(folder.File("policies/linked.yaml"), folder.File("policies/other"));
        folder.Write("policies/other", File.ReadAllText(folder.File("rack.yaml")).Replace("policy: rack", "policy: linked", StringComparison.Ordinal));
        Directory.CreateSymbolicLink(folder.File("policies/deep/again"), folder.File("policies"));

        var run = folder.Run("lint", "policies");

        Assert.Equal(new ToolRun(0, "0 errors, 0 warnings in 3 files, 4 rules read\n", string.Empty), run);
    }

    [Fact]
    public void Two_policies_of_one_id_are_told()
    {
        using var folder = new ToolFolder();
        folder.Write("policies/one.yaml", File.ReadAllText(folder.File("rack.yaml")));
        folder.Write("policies/two.yaml", File.ReadAllText(folder.File("rack.yaml")));

        var run = folder.Run("lint", "policies");

        Assert.Equal(65, run.ExitCode);
        Assert.StartsWith("policies/two.yaml:1:1: error POL2014: the id `rack` stands in policies/one.yaml, policies/two.yaml\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_finds_the_policy_beside_it()
    {
        using var folder = new ToolFolder();
        folder.Write("all.yaml", "profile: all\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: rack, parameters: { least: 5 }, severity: { slots: critical } }]\n");

        var run = folder.Run("check", "all.yaml", "--facts", "pass.json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("rack/slots  critical", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_is_printed_as_json()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("schema", "policy");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(run.Output).RootElement.ValueKind);
    }
}
