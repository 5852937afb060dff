using System.Text.Json;

namespace Policy.Tests.Cli;

/// <summary><c>policy diff</c>: what changed between two documents of a kind.</summary>
public sealed class DiffTests
{
    [Theory]
    [InlineData("fail.json", "pass.json", 0, "fixed")]
    [InlineData("pass.json", "fail.json", 1, "broken")]
    [InlineData("pass.json", "unknown.json", 2, "unknown")]
    [InlineData("unknown.json", "pass.json", 0, "known")]
    [InlineData("pass.json", "other.json", 0, "other")]
    public void A_rule_that_changed_is_told_with_the_fact_that_flipped(string old, string recent, int exitCode, string kind)
    {
        using var folder = new ToolFolder();
        Save(folder, old, "old");
        Save(folder, recent, "new");

        var run = folder.Run("diff", "old.json", "new.json", "--format", "json");
        var changes = JsonDocument.Parse(run.Output).RootElement.GetProperty("changes").EnumerateArray().ToList();

        Assert.Equal(exitCode, run.ExitCode);
        Assert.All(changes, change => Assert.Equal(kind, change.GetProperty("kind").GetString()));
        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.Contains("facts", change.GetProperty("why").EnumerateArray().Select(why => why.GetString())));
        Assert.Contains(changes, change => change.GetProperty("facts").EnumerateArray().Any(fact => fact.GetProperty("fact").GetString()!.StartsWith("site.", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_terminal_the_page_and_the_Markdown_tell_the_same()
    {
        using var folder = new ToolFolder();
        Save(folder, "pass.json", "old");
        Save(folder, "fail.json", "new");

        var run = folder.Run("diff", "old.json", "new.json", "-o", "d.html", "-o", "d.md", "--format", "terminal", "--lang", "en");

        Assert.Equal("Broken (1)\n  box  rack/place: passes → fails\n    site.rack: a → b\n    the facts changed\n0 fixed, 1 broken, 0 newly undecided\n", run.Output);
        Assert.Contains("<strong>fails</strong>", File.ReadAllText(folder.File("d.html")), StringComparison.Ordinal);
        Assert.Contains("| `box` | It stands in rack a `rack/place` | passes | fails | the facts changed<br>`site.rack` `a` → `b` |", File.ReadAllText(folder.File("d.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_changed_is_said_in_a_line_in_the_language_that_was_asked_for()
    {
        using var folder = new ToolFolder();
        Save(folder, "fail.json", "old");

        Assert.Equal((0, "Nothing changed.\n"), Ended(folder.Run("diff", "old.json", "old.json")));
        Assert.Equal((0, "没有变更。\n"), Ended(folder.Run("diff", "old.json", "old.json", "--lang", "zh-CN")));
    }

    [Fact]
    public void A_changed_policy_or_parameter_is_named_as_the_reason()
    {
        using var folder = new ToolFolder();
        Save(folder, "pass.json", "old");
        Save(folder, "pass.json", "new", "--set", "rack.least=9");

        var run = folder.Run("diff", "old.json", "new.json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("rack/slots: passes → fails", run.Output, StringComparison.Ordinal);
        Assert.Contains("a parameter changed", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("the facts changed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_and_policies_can_be_compared_too()
    {
        using var folder = new ToolFolder();
        folder.Write("other.yaml", File.ReadAllText(folder.File("rack.yaml")).Replace("site.rack: a", "site.rack: c", StringComparison.Ordinal).Replace("id: slots", "id: places", StringComparison.Ordinal));

        var facts = folder.Run("diff", "pass.json", "fail.json");
        var policies = folder.Run("diff", "rack.yaml", "other.yaml");

        Assert.Equal((0, "Changed otherwise (1)\n  two  site.rack: a → b\n1 changes\n"), Ended(facts));
        Assert.Equal(0, policies.ExitCode);
        Assert.Contains("rack/places", policies.Output, StringComparison.Ordinal);
        Assert.Contains("Gone (1)", policies.Output, StringComparison.Ordinal);
        Assert.Contains("`site.rack` is c", policies.Output.Replace("site.rack is c", "`site.rack` is c", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rack.yaml", "pass.json", 65)]
    [InlineData("no-such.json", "pass.json", 66)]
    [InlineData("broken.json", "pass.json", 65)]
    public void What_cannot_be_compared_is_refused(string old, string recent, int exitCode)
    {
        using var folder = new ToolFolder();
        folder.Write("broken.json", "{");

        var run = folder.Run("diff", old, recent);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
    }

    private static (int, string) Ended(ToolRun run) => (run.ExitCode, run.Output);

    // The same host, whatever the document calls it.
    private static void Save(ToolFolder folder, string facts, string name, params string[] more)
    {
        folder.Write("box.json", System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(folder.File(facts)), "\"host\": \"\\w+\"", "\"host\": \"box\""));
        folder.Run(["check", "rack.yaml", "--facts", "box.json", "-o", $"{name}.json", .. more]);
    }
}
