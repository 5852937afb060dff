using Policy.Authoring;
using Policy.Cli;
using Policy.Collection;
using Policy.Core.Rules;
using Policy.Tests.Cli;

namespace Policy.Tests.Documentation;

public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Join(Repository.Root, "README.md"));

    [Fact]
    public void The_output_beside_the_policy_is_what_the_program_prints()
    {
        using var folder = new ToolFolder();
        folder.Write("first.yaml", Repository.Block(Readme, "policy"));

        var run = folder.Run("check", "first.yaml", "--facts", Path.Join(Repository.Root, "tests/hosts/documents/small.facts.json"));

        Repository.Keep("README.md", "output", run.Output.TrimEnd('\n'));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void The_policy_has_eight_lines()
    {
        var lines = Repository.Block(Readme, "policy").Split('\n');

        Assert.Equal(8, lines.Length);
    }

    [Fact]
    public void The_table_names_every_shipped_policy_and_profile()
    {
        var documents = ShippedDocuments.Files.Select(file => ShippedDocuments.Find(Path.GetFileNameWithoutExtension(file), FactSources.Catalogue)!);

        var rows = documents.OrderBy(document => document is ProfileDocument ? 0 : 1).ThenBy(document => document.Id, StringComparer.Ordinal).Select(Row);

        Repository.KeepTable("README.md", "shipped", ["| name | title | rules |", "|---|---|---|", .. rows]);
    }

    [Fact]
    public void The_commands_are_all_there()
    {
        var verbs = CommandTree.Build().Subcommands.Where(command => !command.Hidden).Select(command => command.Name);

        Assert.All(verbs, verb => Assert.Contains($"| `policy {verb}", Readme, StringComparison.Ordinal));
    }

    private static string Row(AuthoredDocument document) => document switch
    {
        PolicyDocument policy => $"| `{policy.Id}` | {policy.About.Title} | {policy.Rules.Count} |",
        ProfileDocument profile => $"| `{profile.Id}` (profile) | {profile.About.Title} | {string.Join(", ", profile.Include.Select(entry => entry.Id))} |",
        _ => throw new InvalidOperationException(),
    };
}
