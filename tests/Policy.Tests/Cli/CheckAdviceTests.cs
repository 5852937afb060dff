using System.Text.Json;

namespace Policy.Tests.Cli;

/// <summary>What <c>policy check</c> advises: the shortest way to compliance, what to collect next, and what would be if facts were otherwise.</summary>
public sealed class CheckAdviceTests
{
    [Fact]
    public void The_least_that_must_change_stands_before_the_verdict()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--set", "rack.least=5");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            """
            shortest way to compliance
              1. configuration site.rack: b → a
                               repairs rack/place
              2. configuration site.slots: 4 → 5
                               repairs rack/slots

            """,
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_decide_is_named_with_its_cause()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "unknown.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("to decide what is open, find out\n  site.slots  not collected  for rack/slots\n  $ policy facts rack.yaml -o facts.json\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_is_compliant_needs_no_advice()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "pass.json");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("shortest way", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("find out", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site.rack=a", 0)]
    [InlineData("site.rack=absent", 1)]
    [InlineData("site.rack=unknown", 2)]
    public void A_host_can_be_judged_as_if_a_fact_were_otherwise(string supposed, int exitCode)
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--what-if", supposed, "-o", "results.json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains($"! as if  {supposed}", run.Output, StringComparison.Ordinal);
        using var results = JsonDocument.Parse(File.ReadAllText(folder.File("results.json")));
        Assert.Equal(supposed, Assert.Single(results.RootElement.GetProperty("hosts")[0].GetProperty("supposed").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("site.rak=a", "did you mean `site.rack`?")]
    [InlineData("site.slots=many", "--what-if site.slots=many")]
    [InlineData("site.slots", "expected PATH=VALUE")]
    public void A_supposition_that_means_nothing_is_refused(string supposed, string complaint)
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--what-if", supposed);

        Assert.Equal((64, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_hold_the_way_and_who_must_go_it()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "-f", "json");

        using var results = JsonDocument.Parse(run.Output);
        var way = results.RootElement.GetProperty("hosts")[0].GetProperty("way");
        var step = Assert.Single(way.GetProperty("steps").EnumerateArray());
        Assert.True(way.GetProperty("complete").GetBoolean());
        Assert.Equal(("configuration", "keyboard"), (step.GetProperty("effort").GetString(), step.GetProperty("who").GetString()));
        Assert.Equal("rack/place", Assert.Single(step.GetProperty("repairs").EnumerateArray()).GetProperty("rule").GetString());
        var change = Assert.Single(step.GetProperty("changes").EnumerateArray());
        Assert.Equal(("site.rack", "b", "a"), (change.GetProperty("fact").GetString(), change.GetProperty("from").GetString(), change.GetProperty("to").GetString()));
    }
}
