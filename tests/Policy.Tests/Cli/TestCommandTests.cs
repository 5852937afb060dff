using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace Policy.Tests.Cli;

public sealed class TestCommandTests
{
    private const string Tests =
        """
        tests: rack
        hosts:
          good: { from: pass.json }
          bad: { based_on: good, set: { site.rack: b } }
        cases:
          - { host: good, expect: { "*": pass } }
          - host: bad
            expect:
              place: pass
              slots: pass

        """;

    [Fact]
    public void What_is_met_takes_one_line()
    {
        using var folder = Folder(Tests.Replace("place: pass", "place: fail", StringComparison.Ordinal));

        var run = folder.Run("test", "rack.yaml");

        Assert.Equal(new ToolRun(0, "✓ rack.test.yaml   2 cases\n2 cases passed, 4 expectations met\n", string.Empty), run);
    }

    [Fact]
    public void What_is_not_met_is_explained_with_the_line_to_change_if_the_policy_is_right()
    {
        using var folder = Folder(Tests);

        var run = folder.Run("test", "rack.test.yaml");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            ✗ rack.test.yaml   1 of 2 cases
              ✗ bad   line 7
                  place: expected pass, is fail
                    ✗ site.rack is a
                      site.rack: b  from the test host bad
                  if the policy is right, rack.test.yaml:9
                    - place: pass
                    + place: fail
            1 case failed of 2, 1 expectation of 4 not met

            """,
            run.Output);
    }

    [Theory]
    [InlineData("\"*\": fail", "+ - { host: good, expect: { \"*\": pass } }")]
    [InlineData("\"*\": fail, slots: pass", "+ - { host: good, expect: { \"*\": pass, slots: pass } }")]
    public void A_star_is_changed_where_all_its_rules_say_the_same(string expect, string change)
    {
        using var folder = Folder(Tests.Replace("\"*\": pass", expect, StringComparison.Ordinal));

        var run = folder.Run("test", "rack.test.yaml");

        Assert.Contains(change, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_is_named_beside_a_star_where_its_rules_differ()
    {
        using var folder = Folder(Tests.Replace("      place: pass\n      slots: pass", "      \"*\": pass", StringComparison.Ordinal));

        var run = folder.Run("test", "rack.test.yaml");

        Assert.Contains("        - \"*\": pass\n        + place: fail\n        + \"*\": pass\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_read_the_same_in_TAP_JUnit_and_JSON()
    {
        using var folder = Folder(Tests);

        var run = folder.Run("test", "rack.yaml", "-f", "tap", "-o", "out.xml", "-o", "out.json");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("TAP version 14\n1..4\nok 1 - rack/good/place\nok 2 - rack/good/slots\nnot ok 3 - rack/bad/place\n  ---\n  message: 'expected pass, is fail'\n", run.Output, StringComparison.Ordinal);
        var junit = XDocument.Load(folder.File("out.xml")).Root!;
        Assert.Equal(("testsuites", "4", "1"), (junit.Name.LocalName, junit.Attribute("tests")!.Value, junit.Attribute("failures")!.Value));
        Assert.Equal(4, junit.Descendants("testcase").Select(item => (item.Attribute("classname")!.Value, item.Attribute("name")!.Value)).Distinct().Count());
        Assert.Equal(["place"], junit.Descendants("testcase").Where(item => item.Elements("failure").Any()).Select(item => item.Attribute("name")!.Value));
        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("out.json")));
        var unmet = json.RootElement.GetProperty("suites")[0].GetProperty("cases")[1].GetProperty("expectations")[0];
        Assert.Equal(("place", "pass", "fail", 9), (unmet.GetProperty("rule").GetString(), unmet.GetProperty("expected").GetString(), unmet.GetProperty("verdict").GetString(), unmet.GetProperty("line").GetInt32()));
    }

    [Theory]
    [InlineData("from: pas.json", "rack.test.yaml:3:17: error POL3001: there is no file `pas.json`", "did you mean `pass.json`?")]
    [InlineData("from: hots/pass.json", "error POL3001: there is no file `hots/pass.json`", "")]
    [InlineData("from: rack.yaml", "error POL3001: `rack.yaml` line 1, column 1: the document is not JSON", "")]
    public void A_fixture_that_cannot_be_used_is_told_at_its_place(string from, string message, string help)
    {
        using var folder = Folder(Tests.Replace("from: pass.json", from, StringComparison.Ordinal));

        var run = folder.Run("test", "rack.yaml");

        Assert.Equal((65, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains(help, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_can_be_a_captured_root()
    {
        using var folder = new ToolFolder();
        folder.Write("captured/etc/os-release", "ID=debian\n");
        folder.Write("os.yaml", "policy: os\nversion: 1.0.0\ntitle: t\nrules: [{ id: debian, title: t, severity: low, require: { os.id: debian } }]\n");
        folder.Write("os.test.yaml", "tests: os\nhosts: { one: { from: captured }, two: { based_on: one, set: { os.id: fedora } } }\ncases:\n- { host: one, expect: { debian: pass } }\n- { host: two, expect: { debian: fail } }\n");

        var run = folder.Run("test", "os.yaml");

        Assert.Equal((0, "✓ os.test.yaml   2 cases\n2 cases passed, 2 expectations met\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Waivers_of_a_case_are_in_force()
    {
        using var folder = Folder(Tests.Replace("      place: pass\n", "      place: waived\n", StringComparison.Ordinal).Replace("host: bad\n", "host: bad\n    waivers: accepted.yaml\n", StringComparison.Ordinal));
        folder.Write("accepted.yaml", "waivers: accepted\nitems: [{ rule: rack/place, reason: r, owner: o, until: 2026-11-22 }]\n");

        var run = folder.Run("test", "rack.yaml");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Waivers_that_are_missing_are_told()
    {
        using var folder = Folder(Tests.Replace("host: bad\n", "host: bad\n    waivers: accepted.yaml\n", StringComparison.Ordinal));

        var run = folder.Run("test", "rack.yaml");

        Assert.Equal((66, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("accepted.yaml: no such file", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.yaml", 66, "nothing.yaml has no tests: nothing.test.yaml is not there")]
    [InlineData("empty", 66, "no policy in empty")]
    [InlineData("policies-only", 66, "no tests in policies-only: no file ends in .test.yaml")]
    [InlineData("nowhere", 66, "nowhere: no such file")]
    public void Where_there_are_no_tests_nothing_is_green(string name, int exitCode, string message)
    {
        using var folder = Folder(Tests);
        Directory.CreateDirectory(folder.File("empty"));
        folder.Write("policies-only/rack.yaml", File.ReadAllText(folder.File("rack.yaml")));

        var run = folder.Run("test", name);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_takes_longer_than_its_budget_is_named()
    {
        using var folder = Folder(Tests.Replace("place: pass", "place: fail", StringComparison.Ordinal));

        var run = folder.Run("test", "rack.yaml", "--budget", "0.0001 ms");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("! slow    rack.test.yaml: good took ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_runs_again_when_a_file_changes()
    {
        using var folder = Folder(Tests);
        using var tool = folder.Start("test", "rack.yaml", "--watch");
        try
        {
            var first = await Until(tool, "watching");
            folder.Write("rack.test.yaml", Tests.Replace("place: pass", "place: fail", StringComparison.Ordinal));
            var second = await Until(tool, "watching");

            Assert.Contains("1 case failed of 2", first, StringComparison.Ordinal);
            Assert.Contains("2 cases passed", second, StringComparison.Ordinal);
        }
        finally
        {
            tool.Kill();
        }
    }

    private static async Task<string> Until(Process tool, string word)
    {
        var text = string.Empty;
        while (!text.Contains(word, StringComparison.Ordinal))
        {
            text += await tool.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) + "\n";
        }

        return text;
    }

    private static ToolFolder Folder(string tests)
    {
        var folder = new ToolFolder();
        folder.Write("rack.test.yaml", tests);
        return folder;
    }
}
