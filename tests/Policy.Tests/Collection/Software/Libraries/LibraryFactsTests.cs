using System.Text.Json;
using Policy.Collection;
using Policy.Collection.Sources.Software.Libraries;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Libraries;

public sealed class LibraryFactsTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("package-lock.json", "{\"lockfileVersion\":3,\"packages\":{\"\":{\"version\":\"0.0.1\"},\"node_modules/a/node_modules/b\":{\"version\":\"9.0.0\"},\"node_modules/b\":{\"version\":\"1.2.3\"}}}", "npm:b", "1.2.3")]
    [InlineData("package-lock.json", "{\"lockfileVersion\":1,\"dependencies\":{\"a\":{\"version\":\"1.0.0\",\"dependencies\":{\"b\":{\"version\":\"2.0.0\"}}}}}", "npm:b", "2.0.0")]
    [InlineData("npm-shrinkwrap.json", "{\"lockfileVersion\":1,\"dependencies\":{\"pad\":{\"version\":\"npm:left-pad@1.3.0\"}}}", "npm:left-pad", "1.3.0")]
    [InlineData("package-lock.json", "{\"lockfileVersion\":3,\"packages\":{\"packages/own\":{\"version\":\"4.5.6\"},\"node_modules/own\":{\"resolved\":\"packages/own\",\"link\":true}}}", "npm:own", "4.5.6")]
    [InlineData("yarn.lock", "# yarn lockfile v1\n\n\"@babel/core@^7.0.0\", \"@babel/core@^7.1.0\":\n  version \"7.2.2\"\n  resolved \"x\"\n", "npm:@babel/core", "7.2.2")]
    [InlineData("yarn.lock", "__metadata:\n  version: 6\n\n\"ms@npm:^2.1.1\":\n  version: 2.1.3\n", "npm:ms", "2.1.3")]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: '6.0'\n\npackages:\n\n  /ms@2.1.3:\n    resolution: {}\n\n  /@babel/core@7.0.0(react@1.0.0):\n    dev: true\n", "npm:@babel/core", "7.0.0")]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: 5.4\n\npackages:\n\n  /ms/2.1.3_abc:\n    resolution: {}\n", "npm:ms", "2.1.3")]
    [InlineData("Cargo.lock", "version = 3\n\n[[package]]\nname = \"rand\"\nversion = \"0.7.3\"\n\n[[package]]\nname = \"rand\"\nversion = \"0.8.5\"\ndependencies = [\n \"libc\",\n]\n", "cargo:rand", "0.8.5")]
    public void A_lock_file_pins_a_version(string file, string text, string key, string version)
    {
        host.With($"app/{file}", text);

        var library = Ask(key);

        Assert.Equal(version, SoftwareHost.Text(SoftwareHost.Field(library, "version")));
    }

    [Fact]
    public void A_library_that_the_lock_file_does_not_have_is_absent()
    {
        host.With("app/Cargo.lock", "version = 3\n");

        Assert.Equal(new Absent("app/Cargo.lock"), Ask("cargo:serde"));
        Assert.Equal(new Absent("app"), Ask("npm:express"));
    }

    [Fact]
    public void A_manifest_without_lock_file_pins_nothing()
    {
        host.With("app/package.json", "{}").With("app/Cargo.lock", "version = 3\n");

        Assert.Equal(UnknownCause.MissingSource, Assert.IsType<Unknown>(Ask("npm:express")).Cause);
    }

    [Fact]
    public void Without_a_project_folder_nothing_was_collected()
    {
        Assert.Equal(new Unknown(UnknownCause.NotCollected, "no project folder named"), host.Ask(LibraryFacts.Source, "library(npm:express)"));
        Assert.Equal(new Unknown(UnknownCause.NotCollected, "no project folder named"), host.Ask(LibraryFacts.Source, "library(*)"));
    }

    [Theory]
    [InlineData("package-lock.json", "{\"a\":")]
    [InlineData("package-lock.json", "[]")]
    [InlineData("package-lock.json", "{\"packages\":{\"node_modules/a\":{\"version\":\"\\ud800\"}}}")]
    [InlineData("yarn.lock", "nonsense")]
    [InlineData("pnpm-lock.yaml", "nonsense")]
    [InlineData("Cargo.lock", "nonsense")]
    public void A_damaged_lock_file_is_unknown(string file, string text)
    {
        host.With($"app/{file}", text);

        var library = Ask(file == "Cargo.lock" ? "cargo:a" : "npm:a");

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(library).Cause);
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

    private Observation Ask(string key) => host.Ask(LibraryFacts.Source, $"library({key})", new HostOptions(Project: "app"));
}
