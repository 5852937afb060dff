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
    [InlineData("pnpm-lock.yaml", "lockfileVersion: 5.4\n\npackages:\n\n  /ms/2.1.3_@babel+core@7.0.0:\n    resolution: {}\n", "npm:ms", "2.1.3")]
    [InlineData("node_modules/.package-lock.json", "{\"lockfileVersion\":3,\"packages\":{\"node_modules/b\":{\"version\":\"1.2.3\"}}}", "npm:b", "1.2.3")]
    [InlineData("node_modules/@scope/b/package.json", "{\"name\":\"@scope/b\",\"version\":\"1.2.3\"}", "npm:@scope/b", "1.2.3")]
    [InlineData("node_modules/a/node_modules/b/package.json", "{\"name\":\"b\",\"version\":\"1.2.3\"}", "npm:b", "1.2.3")]
    [InlineData("poetry.lock", "[[package]]\nname = \"Flask-Login\"\nversion = \"0.6.3\"\n\n[package.dependencies]\nversion = \"9.9.9\"\n", "pip:flask_login", "0.6.3")]
    [InlineData("uv.lock", "version = 1\n\n[[package]]\nname = \"requests\"\nversion = \"2.32.3\"\n", "pip:requests", "2.32.3")]
    [InlineData("Pipfile.lock", "{\"_meta\":{},\"default\":{\"requests\":{\"version\":\"==2.31.0\"}}}", "pip:requests", "2.31.0")]
    [InlineData("requirements.txt", "# pins\r\n-r other.txt\r\nRequests[socks] == 2.31.0 ; python_version > '3.7' --hash=sha256:00\r\n", "pip:requests", "2.31.0")]
    [InlineData(".venv/lib/python3.11/site-packages/ruamel.yaml-0.17.21.dist-info/METADATA", "Name: x", "pip:ruamel-yaml", "0.17.21")]
    [InlineData("go.mod", "module x\n\ngo 1.21\n\nrequire github.com/a/b v1.2.3+incompatible // indirect\n", "go:github.com/a/b", "1.2.3")]
    [InlineData("go.mod", "module x\ngo 1.21\nrequire (\n\tgolang.org/x/net v0.17.0\n)\n", "go:golang.org/x/net", "0.17.0")]
    [InlineData("composer.lock", "{\"packages\":[],\"packages-dev\":[{\"name\":\"phpunit/phpunit\",\"version\":\"v9.6.1\"}]}", "composer:PHPUnit/phpunit", "9.6.1")]
    [InlineData("vendor/composer/installed.json", "[{\"name\":\"a/b\",\"version\":\"1.0.0\"}]", "composer:a/b", "1.0.0")]
    [InlineData("Gemfile.lock", "GEM\n  remote: https://rubygems.org/\n  specs:\n    nokogiri (1.15.4-x86_64-linux)\n      racc (~> 1.4)\n\nPLATFORMS\n  ruby\n", "gem:nokogiri", "1.15.4")]
    [InlineData("packages.lock.json", "\ufeff{\"version\":1,\"dependencies\":{\"net8.0\":{\"Serilog\":{\"type\":\"Direct\",\"resolved\":\"3.1.1\"},\"own\":{\"type\":\"Project\"}}}}", "nuget:serilog", "3.1.1")]
    [InlineData("obj/project.assets.json", "{\"libraries\":{\"Serilog/3.1.1\":{\"type\":\"package\"},\"own/1.0.0\":{\"type\":\"project\"}}}", "nuget:Serilog", "3.1.1")]
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
    [InlineData("pnpm-lock.yaml", "nonsense\0")]
    [InlineData("poetry.lock", "nonsense")]
    [InlineData("Pipfile.lock", "{}")]
    [InlineData("requirements.txt", "a==1\0")]
    [InlineData("go.mod", "nonsense")]
    [InlineData("composer.lock", "{\"packages\":{}}")]
    [InlineData("Gemfile.lock", "nonsense")]
    [InlineData("packages.lock.json", "[]")]
    public void A_damaged_lock_file_is_unknown(string file, string text)
    {
        host.With($"app/{file}", text);

        var library = Ask($"{Ecosystem.Everything.Single(ecosystem => ecosystem.LockFiles.Any(known => known.Name == file)).Name}:a");

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(library).Cause);
    }

    [Theory]
    [InlineData("requirements.txt", "requests==2.31.0\n", "pip:urllib3")]
    [InlineData("go.mod", "module x\ngo 1.16\n", "go:golang.org/x/net")]
    public void What_a_file_that_names_only_wishes_does_not_have_is_unknown(string file, string text, string key)
    {
        host.With($"app/{file}", text);

        Assert.Equal(UnknownCause.MissingSource, Assert.IsType<Unknown>(Ask(key)).Cause);
    }

    [Fact]
    public void A_version_that_is_not_semantic_compares_by_its_numbers()
    {
        host.With("app/requirements.txt", "pytz==2024.1\n");

        var library = Ask("pip:pytz");

        Assert.IsType<Unknown>(SoftwareHost.Field(library, "version"));
        Assert.Equal("2024.1", SoftwareHost.Text(SoftwareHost.Field(library, "dotted")));
    }

    [Fact]
    public void Every_version_that_is_pinned_is_told()
    {
        host.With("app/yarn.lock", "# yarn lockfile v1\n\nms@^1.0.0:\n  version \"1.9.0\"\n\nms@^2.0.0:\n  version \"2.1.3\"\n");

        var versions = Assert.IsType<ListValue>(Assert.IsType<Present>(SoftwareHost.Field(Ask("npm:ms"), "all_versions")).Value);

        Assert.Equal(["2.1.3", "1.9.0"], versions.Items.Select(SoftwareHost.Text));
    }

    [Fact]
    public void Passwords_in_addresses_do_not_become_facts()
    {
        host.With("app/package-lock.json", "{\"lockfileVersion\":1,\"dependencies\":{\"own\":{\"version\":\"git+https://me:secret@host/own.git\"}}}");

        var version = Assert.IsType<Unknown>(SoftwareHost.Field(Ask("npm:own"), "version"));

        Assert.Equal("own: not a version of a registry: git+https://host/own.git", version.Detail);
    }

    [Fact]
    public void A_replaced_module_has_no_version_of_a_registry()
    {
        host.With("app/go.mod", "module x\ngo 1.21\nrequire a.b/c v1.0.0\nreplace a.b/c => ../c\n");

        Assert.IsType<Unknown>(SoftwareHost.Field(Ask("go:a.b/c"), "version"));
    }

    [Fact]
    public void No_lock_file_breaks_its_reader()
    {
        var random = new Random(5);
        var words = new[] { "\"", "{", "}", "[", "]", "packages", ":", "\n", "  ", "    ", "/", "@", "_", "1.0.0", "name", " = ", "version", "==", "(", ")", "require", "\0", "\ud83d" };
        foreach (var file in Ecosystem.Everything.SelectMany(ecosystem => ecosystem.LockFiles))
        {
            for (var round = 0; round < Exam.Times(300); round++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => words[random.Next(words.Length)]));
                var libraries = file.Read(System.Text.Encoding.UTF8.GetBytes(round % 2 == 0 ? text : $"lockfileVersion: 9\npackages:\n{text}"));
                Assert.DoesNotContain(libraries ?? [], library => library.Name is null);
            }
        }
    }

    private Observation Ask(string key) => host.Ask(LibraryFacts.Source, $"library({key})", new HostOptions(Project: "app"));
}
