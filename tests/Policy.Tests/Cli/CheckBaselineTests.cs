using System.Text.Json;

namespace Policy.Tests.Cli;

public sealed class CheckBaselineTests
{
    [Theory]
    [InlineData("fail.json", 0)]
    [InlineData("moved.json", 1)]
    [InlineData("worse.json", 1)]
    [InlineData("other-host.json", 1)]
    [InlineData("fixed.json", 0)]
    [InlineData("unknown-now.json", 2)]
    public void Only_what_is_new_counts(string facts, int exitCode)
    {
        using var folder = Folder();

        var run = folder.Run("check", "rack.yaml", "--facts", facts, "--baseline", "before.json");

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Results_and_summary_mark_what_is_new_known_and_fixed()
    {
        using var folder = Folder();

        var known = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--baseline", "before.json");
        var worse = folder.Run("check", "rack.yaml", "--facts", "worse.json", "--baseline", "before.json");
        var solved = folder.Run("check", "rack.yaml", "--facts", "fixed.json", "--baseline", "before.json");

        Assert.Contains("rack/place  medium  known\n", known.Output, StringComparison.Ordinal);
        Assert.Contains("NOTHING NEW   1 rule fails, 0 undecided, 1 known, 2 of 2 decided", known.Output, StringComparison.Ordinal);
        Assert.Contains("rack/place  medium  known\n", worse.Output, StringComparison.Ordinal);
        Assert.Contains("rack/slots  low  new\n", worse.Output, StringComparison.Ordinal);
        Assert.Contains("NOT COMPLIANT   2 rules fail, 0 undecided, 1 known", worse.Output, StringComparison.Ordinal);
        Assert.Contains("✓ fixed since the baseline  rack/place\n", solved.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_hold_the_marks()
    {
        using var folder = Folder();

        var worse = folder.Run("check", "rack.yaml", "--facts", "worse.json", "--baseline", "before.json", "--format", "ndjson");
        var solved = folder.Run("check", "rack.yaml", "--facts", "fixed.json", "--baseline", "before.json", "--format", "ndjson");

        Assert.Equal(["known", "new"], Marks(worse));
        Assert.Equal([null, null], Marks(solved));
        Assert.Contains("\"fixed\":[\"rack/place\"]", solved.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rack.yaml", 65, "rack.yaml:1:1: error POL5002: the results are not JSON")]
    [InlineData("pass.json", 65, "pass.json:1:1: error POL5002: the document is not results of format 1")]
    [InlineData("nowhere.json", 66, "cannot read nowhere.json: there is no such file")]
    public void What_is_no_baseline_ends_the_command(string name, int exitCode, string message)
    {
        using var folder = Folder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--baseline", name);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Marks(ToolRun run) =>
        JsonDocument.Parse(run.Output).RootElement.GetProperty("policies")[0].GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("baseline").GetString());

    private static ToolFolder Folder()
    {
        var folder = new ToolFolder();
        folder.Write("moved.json", ToolFolder.Facts("two", "c", "4"));
        folder.Write("worse.json", ToolFolder.Facts("two", "b", "1"));
        folder.Write("other-host.json", ToolFolder.Facts("six", "b", "4"));
        folder.Write("fixed.json", ToolFolder.Facts("two", "a", "4"));
        folder.Write("unknown-now.json", """{ "format": 1, "host": "two", "facts": { "site": { "kind": "rack", "rack": "b" } } }""");
        Assert.Equal(1, folder.Run("check", "rack.yaml", "--facts", "fail.json", "-o", "before.json").ExitCode);
        return folder;
    }
}
