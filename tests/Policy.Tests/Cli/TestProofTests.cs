using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Policy.Tests.Cli;

/// <summary>What <c>policy test</c> says about tests themselves: <c>--coverage</c>, <c>--mutate</c> and <c>--suggest</c>.</summary>
public sealed class TestProofTests
{
    private const string Policy = "policy: site\nversion: 1.0.0\ntitle: t\nrules:\n  - id: memory\n    title: t\n    severity: low\n    require: { memory.usable: { at_least: 4 GiB } }\n";
    private const string Tests = "tests: site\nhosts:\n  big: { from: one.json }\n  small: { based_on: big, set: { memory.usable: 1 GiB } }\ncases:\n  - { host: big, expect: { memory: pass } }\n  - { host: small, expect: { memory: fail } }\n";

    [Fact]
    public void What_nobody_saw_is_told_by_line()
    {
        using var folder = Folder();

        var run = folder.Run("test", "site.yaml", "--coverage");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("✗ site.yaml   2 of 3 outcomes seen, 66.6 %\n  memory   2 of 3\n    line 8  never unknown\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("66%", 0)]
    [InlineData("66.7%", 1)]
    public void Less_than_what_is_required_fails(string least, int exitCode)
    {
        using var folder = Folder();

        var run = folder.Run("test", "site.yaml", "--coverage", "--require", least);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 1, run.Error.StartsWith("policy: the tests of site see less than", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--require", "95%")]
    [InlineData("--coverage", "--require", "lots")]
    [InlineData("--coverage", "--require", "101%")]
    public void A_requirement_that_means_nothing_is_refused(params string[] options)
    {
        using var folder = Folder();

        var run = folder.Run(["test", "site.yaml", .. options]);

        Assert.Equal((64, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("policy: --require", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mutant_that_nobody_notices_comes_with_a_host_that_would_show_it()
    {
        using var folder = Folder();

        var run = folder.Run("test", "site.yaml", "--mutate", "--require", "90%");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("✗ site.yaml   3 of 6 mutants noticed, 50 %\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("""
              site.yaml:8:33: nobody notices that at_least becomes above
                - require: { memory.usable: { at_least: 4 GiB } }
                + require: { memory.usable: { above: 4 GiB } }
                a host that would:
                  survivor-1: { based_on: big, set: { memory.usable: 4 GiB } }
                  - { host: survivor-1, expect: { memory: pass } }

            """, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutants_prove_nothing_while_an_expectation_is_not_met()
    {
        using var folder = Folder();
        folder.Write("site.test.yaml", Tests.Replace("memory: pass", "memory: fail", StringComparison.Ordinal));

        var run = folder.Run("test", "site.yaml", "--mutate");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("mend the tests first", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mutants noticed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_what_is_suggested_nothing_is_missing()
    {
        using var folder = Folder();
        var suggested = folder.Run("test", "--suggest", "site.yaml").Output.Split('\n');
        var (hosts, cases) = (suggested.Where(line => line.StartsWith("  m", StringComparison.Ordinal)), suggested.Where(line => line.StartsWith("  -", StringComparison.Ordinal)));
        folder.Write("site.test.yaml", Tests.Replace("cases:\n", $"{string.Join('\n', hosts)}\ncases:\n{string.Join('\n', cases)}\n", StringComparison.Ordinal));

        var run = folder.Run("test", "site.yaml", "--coverage", "--mutate", "--require", "100%");
        var again = folder.Run("test", "--suggest", "site.yaml");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("# nothing is missing", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_tests_are_suggested_for_a_policy_without_any()
    {
        using var folder = Folder();
        File.Delete(folder.File("site.test.yaml"));
        var suggested = folder.Run("test", "--suggest", "site.yaml").Output;
        folder.Write("site.test.yaml", suggested);
        folder.Write("site.facts.json", suggested.Split('\n').Single(line => line.StartsWith("# {", StringComparison.Ordinal))[2..]);

        var run = folder.Run("test", "site.yaml", "--coverage", "--mutate", "--require", "100%");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Coverage_is_written_for_servers_and_editors()
    {
        using var folder = Folder();

        var run = folder.Run("test", "site.yaml", "-o", "c.info", "-o", "c.cobertura.xml");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("TN:\nSF:site.yaml\nBRDA:8,0,0,1\nBRDA:8,0,1,1\nBRDA:8,0,2,0\nBRF:3\nBRH:2\nDA:8,2\nLF:1\nLH:1\nend_of_record\n", File.ReadAllText(folder.File("c.info")));
        var cobertura = XDocument.Load(folder.File("c.cobertura.xml")).Root!;
        Assert.Equal(("coverage", "0.666"), (cobertura.Name.LocalName, cobertura.Attribute("branch-rate")!.Value));
        Assert.Equal("66% (2/3)", Assert.Single(cobertura.Descendants("line")).Attribute("condition-coverage")!.Value);
    }

    [Fact]
    public void The_annotated_source_keeps_its_shape_whatever_a_policy_says()
    {
        const string Hostile = "</pre><script>alert(1)</script><!-- &amp; \\\" onload=x";
        using var folder = Folder();
        folder.Write("site.yaml", Policy.Replace("title: t\nrules", $"title: \"{Hostile}\"\nrules", StringComparison.Ordinal));

        var run = folder.Run("test", "site.yaml", "-o", "c.html");

        Assert.Equal(0, run.ExitCode);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(folder.File("c.html")));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains(Hostile, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("never unknown", page.Body.TextContent, StringComparison.Ordinal);
    }

    private static ToolFolder Folder()
    {
        var folder = new ToolFolder();
        folder.Write("site.yaml", Policy);
        folder.Write("site.test.yaml", Tests);
        folder.Write("one.json", """{ "format": 1, "host": "h", "facts": { "memory": { "usable": 8589934592 } } }""");
        return folder;
    }
}
