using System.Text.RegularExpressions;

namespace Policy.Tests.Architecture;

/// <summary>A folder of the core uses only the folders named before it.</summary>
public partial class LayersTests
{
    private static readonly string[] Layers = ["Diagnostics", "Facts", "Conditions", "Rules", "Reasoning", "Candidates", "Evaluation", "Findings", "Compliance", "Prose"];

    [Fact]
    public void The_core_has_the_folders_of_its_layers_and_no_others()
    {
        var folders = Directory.EnumerateDirectories(SourceFiles.PathOf("src/Policy.Core")).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj"));

        Assert.Equal(Layers.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Diagnostics")]
    [InlineData("Facts")]
    [InlineData("Conditions")]
    [InlineData("Rules")]
    [InlineData("Reasoning")]
    [InlineData("Candidates")]
    [InlineData("Evaluation")]
    [InlineData("Findings")]
    [InlineData("Compliance")]
    [InlineData("Prose")]
    public void A_layer_uses_only_the_layers_before_it(string layer)
    {
        var allowed = Layers.TakeWhile(name => name != layer).Append(layer).ToHashSet(StringComparer.Ordinal);
        var files = SourceFiles.Below($"src/Policy.Core/{layer}");

        var forbidden = files.SelectMany(file => Uses(File.ReadAllText(file)).Where(used => !allowed.Contains(used)).Select(used => $"{SourceFiles.Shown(file)} uses {used}"));

        Assert.NotEmpty(files);
        Assert.Empty(forbidden);
    }

    [Fact]
    public void A_file_stands_in_the_namespace_of_its_folder()
    {
        var files = SourceFiles.Projects.Where(name => name != "Policy.Cli").SelectMany(name => SourceFiles.Below($"src/{name}"));

        var misplaced = files.Where(file => NamespaceOf(file) is { } found && found != ExpectedNamespace(file)).Select(SourceFiles.Shown);

        Assert.Empty(misplaced);
    }

    [Fact]
    public void No_project_but_the_command_line_sees_a_project_beside_it()
    {
        var strangers = new Dictionary<string, string[]>
        {
            ["Policy.Core"] = ["Authoring", "Collection", "Reporting", "Testing", "Cli"],
            ["Policy.Authoring"] = ["Collection", "Reporting", "Testing", "Cli"],
            ["Policy.Collection"] = ["Authoring", "Reporting", "Testing", "Cli"],
            ["Policy.Reporting"] = ["Authoring", "Collection", "Testing", "Cli"],
            ["Policy.Testing"] = ["Collection", "Cli"],
        };

        var forbidden = strangers.SelectMany(item => SourceFiles.Below($"src/{item.Key}")
            .Where(file => item.Value.Any(name => Regex.IsMatch(File.ReadAllText(file), $@"(?<![.\w])(global::)?Policy\.{name}\b")))
            .Select(SourceFiles.Shown));

        Assert.Empty(forbidden);
    }

    // Full names, and names that C# completes from the enclosing namespaces: `Evaluation.Elements` inside Policy.Core.Findings.
    private static IEnumerable<string> Uses(string text)
    {
        var code = Remark().Replace(text, string.Empty);
        var full = FullName().Matches(code).Select(match => match.Groups[1].Value);
        var partial = Layers.Where(layer => Regex.IsMatch(code, $@"(?<![.\w""]){layer}\.[A-Z]"));
        return full.Concat(partial).Distinct();
    }

    private static string? NamespaceOf(string file) => FileNamespace().Match(File.ReadAllText(file)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string ExpectedNamespace(string file) =>
        Path.GetDirectoryName(Path.GetRelativePath(SourceFiles.PathOf("src"), file))!.Replace('/', '.').Replace('\\', '.');

    [GeneratedRegex(@"\bPolicy\.Core\.([A-Za-z]+)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex FileNamespace();
}
