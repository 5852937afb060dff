using Policy.Tests.Cli;
using Policy.Tests.LanguageServer;

namespace Policy.Tests.Authoring.Schemas;

/// <summary>A second opinion on the schemas and on what they are said of.</summary>
public sealed class AjvTests
{
    [Theory]
    [InlineData("core")]
    [InlineData("failsafe")]
    public void Every_shipped_document_fits_whether_its_numbers_are_numbers_or_texts(string reading)
    {
        if (NodePackages.Folder is not { } folder)
        {
            return;
        }

        using var files = new ToolFolder();
        var good = files.File("good.yaml");
        File.WriteAllText(good, GoodPolicy.Text);

        var complaints = new[] { "policy", "profile", "waivers", "tests" }
            .Select(kind => (Schema: RepositoryFiles.Path($"schema/{kind}.schema.json"), Files: ShippedFiles.Of(kind)))
            .Where(item => item.Files.Count > 0)
            .Select(item => NodePackages.Run(folder, "validate.mjs", [item.Schema, reading, .. item.Files]));

        Assert.All(complaints, text => Assert.Equal("", text));
        Assert.Equal("", NodePackages.Run(folder, "validate.mjs", RepositoryFiles.Path("schema/policy.schema.json"), reading, good));
    }

    [Fact]
    public void Every_schema_is_a_schema()
    {
        if (NodePackages.Folder is not { } folder)
        {
            return;
        }

        var complaints = Directory.GetFiles(RepositoryFiles.Path("schema"), "*.schema.json").Select(file => NodePackages.Run(folder, "validate.mjs", file, "json"));

        Assert.All(complaints, text => Assert.Equal("", text));
    }

    [Fact]
    public void The_facts_of_this_host_and_the_results_of_a_check_fit()
    {
        if (NodePackages.Folder is not { } folder)
        {
            return;
        }

        using var files = new ToolFolder();
        var (facts, results) = (files.File("facts.json"), files.File("r.json"));
        File.WriteAllText(facts, files.Run("facts").Output);
        _ = files.Run("check", "--facts", facts, "-o", results);

        Assert.Equal("", NodePackages.Run(folder, "validate.mjs", RepositoryFiles.Path("schema/facts.schema.json"), "json", facts));
        Assert.Equal("", NodePackages.Run(folder, "validate.mjs", RepositoryFiles.Path("schema/results.schema.json"), "json", results));
    }
}
