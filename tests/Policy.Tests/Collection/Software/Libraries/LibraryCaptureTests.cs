using System.Text.Json;
using Policy.Collection;
using Policy.Collection.Sources.Software.Libraries;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Libraries;

public sealed class LibraryCaptureTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("composer", "composer.lock", 2)]
    [InlineData("cargo", "Cargo.lock", 10)]
    [InlineData("gomod", "go.mod", 18)]
    public void A_captured_lock_file_gives_all_its_libraries(string folder, string file, int count)
    {
        if (Captures.Folder($"packages/{folder}") is not { } captures)
        {
            return;
        }

        host.With($"app/{file}", File.ReadAllText(Path.Join(captures, file)));

        var map = Assert.IsType<MapValue>(Assert.IsType<Present>(host.Ask(LibraryFacts.Source, "library(*)", new HostOptions(Project: "app"))).Value);
        var versions = map.Entries.Items
            .SelectMany(item => Assert.IsType<ListValue>(Assert.IsType<Present>(SoftwareHost.Field(item.Value, "all_versions")).Value).Items)
            .Select(SoftwareHost.Text)
            .ToList();

        Assert.Equal(count, versions.Count);
        Assert.DoesNotContain(null, versions);
    }

    [Theory]
    [InlineData("package-lock.json", "dependencies")]
    [InlineData("package-lock_v1.json", "dependencies")]
    [InlineData("package-lock_v2.json", "dependencies")]
    [InlineData("package-lock_v3.json", "packages")]
    public void A_captured_lock_file_gives_every_library_at_the_top(string file, string member)
    {
        if (Captures.Folder("packages/npm") is not { } folder)
        {
            return;
        }

        var text = File.ReadAllText(Path.Join(folder, file));
        using var document = JsonDocument.Parse(text);
        var expected = document.RootElement.GetProperty(member).EnumerateObject()
            .Where(item => member == "dependencies" || (item.Name.StartsWith("node_modules/", StringComparison.Ordinal) && item.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) == 0))
            .Select(item => $"npm:{item.Name.Replace("node_modules/", string.Empty, StringComparison.Ordinal)} {item.Value.GetProperty("version").GetString()}");

        var map = Assert.IsType<MapValue>(Assert.IsType<Present>(host.With("app/package-lock.json", text).Ask(LibraryFacts.Source, "library(*)", new HostOptions(Project: "app"))).Value);

        Assert.Empty(expected.Except(map.Entries.Items.Select(item => $"{item.Key} {SoftwareHost.Text(SoftwareHost.Field(item.Value, "version"))}")));
    }
}
