using System.Text.Json.Nodes;
using Policy.Collection;

namespace Policy.Tests.Cli;

public sealed class CatalogueTests
{
    [Fact]
    public void The_overview_has_every_fact_and_fits_into_eighty_columns()
    {
        using var folder = new ToolFolder();

        var lines = folder.Shell("COLUMNS=80 \"$0\" facts --catalogue").Output.Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.All(FactSources.Catalogue.Facts, fact => Assert.Contains(lines, line => line.StartsWith($"  {fact.Path}  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Some_facts_are_told_with_fields_operators_and_sources() => Snapshots.Snapshot.Verify(Catalogue("memory.t", "kernel.parameter(*)", "cpu.caches"), "txt");

    [Fact]
    public void Some_facts_are_told_in_markdown() => Snapshots.Snapshot.Verify(Catalogue("--format", "markdown", "memory.t", "cpu.caches"), "md");

    [Fact]
    public void Some_facts_are_told_in_json() => Snapshots.Snapshot.Verify(Catalogue("--format", "json", "memory.total", "cpu.caches", "package(docker-ce).version", "os.family"), "json");

    [Fact]
    public void Json_has_every_fact_with_the_members_that_it_promises()
    {
        var facts = JsonNode.Parse(Catalogue("--format", "json"))!["facts"]!.AsArray();

        Assert.Equal(FactSources.Catalogue.Facts.Select(fact => fact.Path.ToString()), facts.Select(fact => fact!["path"]!.GetValue<string>()));
        Assert.All(facts, fact => Assert.All(new[] { "describe", "type", "operators", "sources", "privilege" }, member => Assert.NotNull(fact![member])));
    }

    [Fact]
    public void The_reference_in_the_repository_is_what_the_program_writes() => Repository.KeepFile("policies/FACTS.md", Catalogue("--format", "markdown"));

    [Fact]
    public void The_catalogue_goes_to_a_file()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("facts", "--catalogue", "--format", "json", "cpu", "-o", "cpu.json");

        Assert.Equal(new ToolRun(0, string.Empty, string.Empty), run);
        Assert.Equal(Catalogue("--format", "json", "cpu"), File.ReadAllText(folder.File("cpu.json")));
    }

    [Theory]
    [InlineData("facts --catalogue cqu", "no fact begins with `cqu`\nhelp: did you mean `cpu`?\n")]
    [InlineData("facts --catalogue cpu.flag_s", "no fact begins with `cpu.flag_s`\nhelp: did you mean `cpu.flags`?\n")]
    [InlineData("facts --catalogue zzzzzzzz", "no fact begins with `zzzzzzzz`\nhelp: policy facts --catalogue lists all of them\n")]
    [InlineData("facts --format json", "--format says how --catalogue is written; facts are always JSON\nhelp: policy facts --help\n")]
    public void What_cannot_be_told_ends_with_64(string line, string message)
    {
        using var folder = new ToolFolder();

        Assert.Equal(new ToolRun(64, string.Empty, $"policy: {message}"), folder.Run(line.Split(' ')));
    }

    private static string Catalogue(params string[] what)
    {
        using var folder = new ToolFolder();
        var run = folder.Shell($"COLUMNS=80 \"$0\" facts --catalogue {string.Join(' ', what.Select(word => $"'{word}'"))}");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        return run.Output;
    }
}
