using System.Text.Json.Nodes;

namespace Policy.Tests.Cli;

/// <summary><c>policy report</c>: saved results rendered again, proven, and in templates of the user's own.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("comment")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public void Saved_results_give_the_document_that_the_run_gave(string format)
    {
        using var folder = new ToolFolder();
        folder.Run("check", "rack.yaml", "--facts", "fail.json", "-o", "results.json");

        var saved = folder.Run("report", "results.json", "--format", format);

        Assert.Equal(0, saved.ExitCode);
        Assert.Equal(folder.Run("check", "rack.yaml", "--facts", "fail.json", "--format", format).Output, saved.Output);
    }

    [Fact]
    public void Lines_and_standard_input_are_results_too()
    {
        using var folder = new ToolFolder();
        var document = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--format", "json").Output;
        folder.Write("results.ndjson", folder.Run("check", "rack.yaml", "--facts", "fail.json", "--format", "ndjson").Output);

        Assert.Equal(folder.RunWith(document, "report", "-", "--format", "csv").Output, folder.Run("report", "results.ndjson", "--format", "csv").Output);
    }

    [Theory]
    [InlineData("no-such.json", 66)]
    [InlineData("rack.yaml", 65)]
    [InlineData("pass.json", 65)]
    public void What_is_no_results_is_refused(string file, int exitCode)
    {
        using var folder = new ToolFolder();

        var run = folder.Run("report", file);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fail.json")]
    [InlineData("unknown.json")]
    [InlineData("fleet.ndjson")]
    public void The_same_facts_prove_the_results(string facts)
    {
        using var folder = new ToolFolder();
        folder.Write("fleet.ndjson", $"{ToolFolder.Facts("one", "a", "4")}\n{ToolFolder.Facts("two", "b", "4")}\n");
        folder.Run("check", "rack.yaml", "--facts", facts, "--set", "rack.least=3", "--what-if", "site.slots=2", "--lang", "zh-Hant", "-o", "results.json");

        var proof = folder.Run("report", "results.json", "--verify", "--facts", facts);

        Assert.Equal((0, string.Empty), (proof.ExitCode, proof.Error));
        Assert.StartsWith("proven: ", proof.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verdict", "pass")]
    [InlineData("digest", "sha256:00")]
    [InlineData("parameters_digest", "sha256:00")]
    public void A_result_that_somebody_changed_is_named(string member, string value)
    {
        using var folder = new ToolFolder();
        var results = JsonNode.Parse(folder.Run("check", "rack.yaml", "--facts", "fail.json", "--format", "json").Output)!;
        results["hosts"]![0]!["policies"]![0]![member] = value;
        folder.Write("results.json", results.ToJsonString());

        var proof = folder.Run("report", "results.json", "--verify", "--facts", "fail.json");

        Assert.Equal(1, proof.ExitCode);
        Assert.Matches($"^not the same: [$][.]hosts.0..policies.0..{member}\n  saved       \"?{value}\"?\n  recomputed  ", proof.Output);
    }

    [Fact]
    public void Other_facts_and_another_policy_do_not_prove_results()
    {
        using var folder = new ToolFolder();
        folder.Run("check", "rack.yaml", "--facts", "fail.json", "-o", "results.json");

        var others = folder.Run("report", "results.json", "--verify", "--facts", "pass.json");
        folder.Write("rack.yaml", File.ReadAllText(folder.File("rack.yaml")).Replace("site.rack: a", "site.rack: c", StringComparison.Ordinal));
        var policy = folder.Run("report", "results.json", "--verify", "--facts", "fail.json");

        Assert.Equal((1, 1), (others.ExitCode, policy.ExitCode));
        Assert.StartsWith("not the same: $.hosts[0].", others.Output, StringComparison.Ordinal);
        Assert.Contains("digest", policy.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_needs_facts_and_the_whole_document()
    {
        using var folder = new ToolFolder();
        folder.Run("check", "rack.yaml", "--facts", "fail.json", "-o", "results.json", "-o", "results.ndjson");

        Assert.Equal(64, folder.Run("report", "results.json", "--verify").ExitCode);
        Assert.Equal(65, folder.Run("report", "results.ndjson", "--verify", "--facts", "fail.json").ExitCode);
    }

    [Fact]
    public void A_template_of_ones_own_sees_the_model_and_its_errors_have_a_place()
    {
        using var folder = new ToolFolder();
        folder.Run("check", "rack.yaml", "--facts", "fail.json", "-o", "results.json");
        folder.Write("mine.html", "<p>{{ report.hosts[0].name }} {{ '<b>' }}</p>");
        folder.Write("bad.md", "# A\n\n{{ report.nonsense }}\n");

        var mine = folder.Run("report", "results.json", "--template", "mine.html");
        var bad = folder.Run("report", "results.json", "--template", "bad.md", "-o", "out.md");

        Assert.Equal((0, "<p>two &lt;b&gt;</p>"), (mine.ExitCode, mine.Output));
        Assert.Equal(65, bad.ExitCode);
        Assert.Contains("bad.md:3:", bad.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("out.md")));
    }

    [Theory]
    [InlineData("{{ for a in 1..4000000 }}{{ for b in 1..4000000 }}{{ x = a * b }}{{ end }}{{ end }}")]
    [InlineData("{{ x = [1] ; for a in 1..40 ; x = array.concat x x ; end ; x | array.join ',' }}")]
    [InlineData("{{ x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ; for a in 1..60 ; x = x + x ; end }}{{ x }}")]
    [InlineData("{{ func f ; f ; end ; f }}")]
    [InlineData("{{ include '/etc/passwd' }}")]
    public void A_template_that_takes_too_much_or_reads_files_is_ended(string template)
    {
        using var folder = new ToolFolder();
        folder.Run("check", "rack.yaml", "--facts", "fail.json", "-o", "results.json");
        folder.Write("evil.txt", template);

        var run = folder.Run("report", "results.json", "--template", "evil.txt");

        Assert.True(run.ExitCode is 65 or 78, run.Error);
        Assert.Contains("evil.txt", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
