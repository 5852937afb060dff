using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Policy.Tests.Architecture;

public sealed partial class HouseTests
{
    private static readonly string[] Layers = ["Diagnostics", "Facts", "Conditions", "Rules", "Evaluation", "Findings"];

    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.Diagnostics.Process",
        "System.Environment", "System.Random", "System.Console", "System.Diagnostics.Stopwatch", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket",
        "System.Threading.Thread", "System.TimeProvider",
    ];

    public static TheoryData<string> CoreFiles => [.. Directory.EnumerateFiles(Source("Policy.Core"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string[], string[]> Projects => new()
    {
        { "Policy.Core", [], [] },
        { "Policy.Authoring", ["Policy.Core"], ["NJsonSchema", "YamlDotNet"] },
        { "Policy.Collection", ["Policy.Core"], [] },
        { "Policy.Reporting", ["Policy.Core"], ["Scriban.Signed"] },
        { "Policy.Testing", ["Policy.Authoring", "Policy.Reporting"], [] },
        { "Policy.Cli", ["Policy.Collection", "Policy.Testing"], ["Spectre.Console", "System.CommandLine"] },
    };

    [Theory]
    [MemberData(nameof(CoreFiles))]
    public void A_core_file_uses_only_the_layers_before_it(string file)
    {
        var layer = Array.IndexOf(Layers, Path.GetRelativePath(Source("Policy.Core"), file).Split('/')[0]);

        var used = CoreNamespace().Matches(File.ReadAllText(file)).Select(match => Array.IndexOf(Layers, match.Groups[1].Value));

        Assert.InRange(layer, 0, Layers.Length - 1);
        Assert.All(used, other => Assert.InRange(other, 0, layer));
    }

    [Fact]
    public void The_core_reaches_no_file_process_clock_or_console()
    {
        using var stream = File.OpenRead(Path.Join(AppContext.BaseDirectory, "Policy.Core.dll"));
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();

        var types = metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToHashSet();
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference).Select(member => metadata.GetString(member.Name)).ToHashSet();

        Assert.Empty(types.Intersect(Impure));
        Assert.Empty(members.Intersect(["get_Now", "get_UtcNow", "get_Today", "NewGuid"]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_to_what_the_design_allows(string project, string[] projects, string[] packages)
    {
        var document = XDocument.Load(Path.Join(Source(project), $"{project}.csproj"));

        var references = document.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value));
        var used = document.Descendants("PackageReference").Select(item => item.Attribute("Include")!.Value);

        Assert.Equal(projects, references.Order(StringComparer.Ordinal));
        Assert.Equal(packages, used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_shipped_project_is_analysed_for_native_compilation()
    {
        var shared = XDocument.Load(Path.Join(Repository.Root, "src/Directory.Build.props"));
        var root = XDocument.Load(Path.Join(Repository.Root, "Directory.Build.props"));

        Assert.Equal("true", shared.Descendants("IsAotCompatible").Single().Value);
        Assert.Equal("true", root.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Equal("latest-all", root.Descendants("AnalysisLevel").Single().Value);
    }

    [Fact]
    public void No_compiler_is_shipped()
    {
        var locks = Directory.EnumerateFiles(Path.Join(Repository.Root, "src"), "packages.lock.json", SearchOption.AllDirectories).ToList();

        Assert.Equal(6, locks.Count);
        Assert.All(locks, file => Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static string Source(string project) => Path.Join(Repository.Root, "src", project);

    [GeneratedRegex(@"\bPolicy\.Core\.([A-Z][A-Za-z]+)")]
    private static partial Regex CoreNamespace();
}
