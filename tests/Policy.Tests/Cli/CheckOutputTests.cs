using System.Text.Json;

namespace Policy.Tests.Cli;

public sealed class CheckOutputTests
{
    [Fact]
    public void Facts_come_as_a_file_as_lines_as_a_folder_and_from_standard_input()
    {
        using var folder = new ToolFolder();
        folder.Write("fleet.ndjson", $"{ToolFolder.Facts("one", "a", "4")}\n\n{ToolFolder.Facts("two", "b", "4")}\n");
        folder.Write("fleet/one.json", ToolFolder.Facts("one", "a", "4"));
        folder.Write("fleet/two.json", ToolFolder.Facts("two", "b", "4"));

        var file = Hosts(folder.Run("check", "rack.yaml", "--facts", "pass.json", "--format", "json"));
        var lines = Hosts(folder.Run("check", "rack.yaml", "--facts", "fleet.ndjson", "--format", "json"));
        var many = Hosts(folder.Run("check", "rack.yaml", "--facts", "fleet", "--format", "json"));
        var input = Hosts(folder.RunWith(File.ReadAllText(folder.File("fleet.ndjson")), "check", "rack.yaml", "--facts", "-", "--format", "json"));

        Assert.Equal(["one pass"], file);
        Assert.Equal(["one pass", "two fail"], lines);
        Assert.Equal(lines, many);
        Assert.Equal(lines, input);
    }

    [Fact]
    public void One_unreadable_host_of_many_is_undetermined_and_the_others_are_judged()
    {
        using var folder = new ToolFolder();
        folder.Write("fleet.ndjson", $"{ToolFolder.Facts("one", "a", "4")}\n{{ \"facts\": [\n{ToolFolder.Facts("three", "a", "4")}\n");

        var run = folder.Run("check", "rack.yaml", "--facts", "fleet.ndjson", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["one pass", "fleet.ndjson:2 unknown", "three pass"], Hosts(run));
        Assert.StartsWith("policy: fleet.ndjson:2:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_results_keep_the_order_of_the_hosts_also_around_an_unreadable_one()
    {
        using var folder = new ToolFolder();
        folder.Write("fleet.ndjson", $"{ToolFolder.Facts("one", "b", "4")}\nnot json\n{ToolFolder.Facts("three", "a", "4")}\n");

        var run = folder.Run("check", "rack.yaml", "--facts", "fleet.ndjson", "--format", "ndjson");

        var hosts = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("host").GetString());
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["one", "fleet.ndjson:2", "three"], hosts);
    }

    [Theory]
    [InlineData("{ \"format\": 1, \"facts\": [", "broken.json:1:")]
    [InlineData("not json", "broken.json:1:")]
    [InlineData("[]", "broken.json:1:1: POL3001:")]
    [InlineData("{ \"format\": 2, \"facts\": {} }", "broken.json:1:")]
    [InlineData("{ \"format\": 1,\n  \"facts\": { \"site\": { \"rack\": \"a\", \"rack\": \"b\" } } }", "broken.json:")]
    public void A_single_unreadable_fact_document_ends_with_65_and_the_byte(string text, string place)
    {
        using var folder = new ToolFolder();
        folder.Write("broken.json", text);

        var run = folder.Run("check", "rack.yaml", "--facts", "broken.json");

        Assert.Equal((65, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith($"policy: {place}", run.Error, StringComparison.Ordinal);
        Assert.Contains("(byte ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terminal")]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void The_same_input_gives_the_same_bytes(string format)
    {
        using var folder = new ToolFolder();

        var first = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--format", format);
        var second = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--format", format);

        Assert.Equal(first, second);
        Assert.NotEmpty(first.Output);
    }

    [Fact]
    public void The_moment_is_that_of_the_facts_unless_it_is_given()
    {
        using var folder = new ToolFolder();

        var given = folder.Run("check", "rack.yaml", "--facts", "pass.json", "--format", "json", "--at", "2026-12-01");
        var own = folder.Run("check", "rack.yaml", "--facts", "pass.json", "--format", "json");

        Assert.Equal("2026-12-01T00:00:00Z", JsonDocument.Parse(given.Output).RootElement.GetProperty("evaluated_at").GetString());
        Assert.Equal("2026-11-22T09:59:31Z", JsonDocument.Parse(own.Output).RootElement.GetProperty("evaluated_at").GetString());
    }

    [Fact]
    public void The_summary_tells_what_was_expected_and_observed_and_the_worst_stands_last()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json");

        Assert.Equal(
            """
            two  facts of 2026-11-22T09:59:31Z

            ✓ 1 rule passes

            ✗ FAIL    It stands in rack a
                      rack/place  medium
              expected  site.rack is a
              observed  b

            shortest way to compliance
              1. configuration site.rack: b → a
                               repairs rack/place

            NOT COMPLIANT   1 rule fails, 0 undecided, 2 of 2 decided
            """,
            run.Output.Trim());
    }

    private static IEnumerable<string> Hosts(ToolRun run) =>
        [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("hosts").EnumerateArray().Select(host => $"{host.GetProperty("host").GetString()} {host.GetProperty("verdict").GetString()}")];
}
