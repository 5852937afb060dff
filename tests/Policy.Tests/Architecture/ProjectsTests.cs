using System.Text.Json;
using System.Xml.Linq;

namespace Policy.Tests.Architecture;

/// <summary>Who knows whom, and what comes from outside.</summary>
public class ProjectsTests
{
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Policy.Core"] = [],
        ["Policy.Authoring"] = ["Policy.Core"],
        ["Policy.Collection"] = ["Policy.Core"],
        ["Policy.Reporting"] = ["Policy.Core"],
        ["Policy.Testing"] = ["Policy.Authoring", "Policy.Reporting"],
        ["Policy.Cli"] = ["Policy.Collection", "Policy.Testing"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Policy.Core"] = [],
        ["Policy.Authoring"] = ["NJsonSchema", "YamlDotNet"],
        ["Policy.Collection"] = ["SharpCompress"],
        ["Policy.Reporting"] = ["Scriban.Signed"],
        ["Policy.Testing"] = [],
        ["Policy.Cli"] = ["DiffPlex", "Spectre.Console", "System.CommandLine"],
    };

    public static TheoryData<string> Names => new(References.Keys);

    [Fact]
    public void The_source_has_these_projects() => Assert.Equal(References.Keys.Order(StringComparer.Ordinal), SourceFiles.Projects);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_knows_only_its_own_part_of_the_house(string name)
    {
        var references = Included(Project(name), "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(References[name], references.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_has_only_the_packages_that_it_stands_on(string name)
    {
        var packages = Included(Project(name), "PackageReference");

        Assert.Equal(Packages[name], packages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_project_takes_back_what_holds_for_all(string name)
    {
        string[] common = ["IsAotCompatible", "TreatWarningsAsErrors", "AnalysisLevel", "Nullable", "WarningsNotAsErrors", "EnforceCodeStyleInBuild", "ManagePackageVersionsCentrally"];

        var properties = Project(name).Descendants("PropertyGroup").Elements().ToList();

        Assert.Empty(properties.Select(element => element.Name.LocalName).Intersect(common));
        Assert.All(properties.Where(element => element.Name.LocalName == "NoWarn"), element => Assert.Equal("$(NoWarn);IL2104;IL3053", element.Value));
    }

    [Fact]
    public void Every_project_is_compiled_strictly_and_for_native_code()
    {
        var source = XDocument.Load(SourceFiles.PathOf("src/Directory.Build.props"));
        var all = XDocument.Load(SourceFiles.PathOf("Directory.Build.props"));

        Assert.Equal("true", Value(source, "IsAotCompatible"));
        Assert.Equal("true", Value(all, "TreatWarningsAsErrors"));
        Assert.Equal("latest-all", Value(all, "AnalysisLevel"));
        Assert.Equal("enable", Value(all, "Nullable"));
        Assert.Equal("true", Value(all, "RestorePackagesWithLockFile"));
        Assert.Equal("true", Value(XDocument.Load(SourceFiles.PathOf("src/Policy.Cli/Policy.Cli.csproj")), "PublishAot"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_compiler_is_shipped(string name)
    {
        using var locks = JsonDocument.Parse(File.ReadAllText(SourceFiles.PathOf($"src/{name}/packages.lock.json")));

        var packages = locks.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()).Select(package => package.Name).ToList();

        Assert.DoesNotContain(packages, package => package.Contains("CodeAnalysis", StringComparison.OrdinalIgnoreCase) || package.Contains("Compilers", StringComparison.OrdinalIgnoreCase));
    }

    private static XDocument Project(string name) => XDocument.Load(SourceFiles.PathOf($"src/{name}/{name}.csproj"));

    private static IEnumerable<string> Included(XDocument project, string kind) => project.Descendants(kind).Select(element => element.Attribute("Include")!.Value);

    private static string? Value(XDocument file, string property) => file.Descendants(property).SingleOrDefault()?.Value;
}
