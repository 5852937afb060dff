using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Tools;

public sealed class ToolFactsTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public ToolFactsTests() => host.WithFolder("usr/bin");

    public void Dispose() => host.Dispose();

    [Fact]
    public void A_program_of_a_package_has_its_version_and_owner()
    {
        host.WithProgram("usr/bin/jq").WithPackages(("jq", "1:1.6-2.1+deb12u1")).With("var/lib/dpkg/info/jq.list", "/.\n/usr\n/usr/bin\n/usr/bin/jq\n");

        Assert.Equal(("/usr/bin/jq", "1.6", "jq", "dpkg", "false"), Facts(Ask("jq")));
        Assert.Equal("0755", SoftwareHost.Text(SoftwareHost.Field(Ask("jq"), "mode")));
        Assert.Equal("4", SoftwareHost.Text(SoftwareHost.Field(Ask("jq"), "size")));
    }

    [Fact]
    public void A_list_may_name_the_folder_that_has_become_a_link()
    {
        host.WithLink("bin", "usr/bin").WithProgram("usr/bin/ls").WithPackages(("coreutils", "9.1-1")).With("var/lib/dpkg/info/coreutils.list", "/bin/ls\n");

        Assert.Equal("coreutils", SoftwareHost.Text(SoftwareHost.Field(Ask("ls"), "package")));
    }

    [Fact]
    public void A_link_out_of_the_folders_of_programs_has_an_owner_and_no_version()
    {
        host.WithProgram("usr/share/postgresql-common/pg_wrapper")
            .WithLink("usr/bin/psql", "../share/postgresql-common/pg_wrapper")
            .WithLink("usr/bin/dotnet", "../share/postgresql-common/pg_wrapper")
            .WithPackages(("postgresql-client-common", "248"))
            .With("var/lib/dpkg/info/postgresql-client-common.list", "/usr/bin/psql\n");

        Assert.Equal(("/usr/bin/psql", null, "postgresql-client-common", "dpkg", "false"), Facts(Ask("psql")));
        Assert.Equal(UnknownCause.Unsupported, Assert.IsType<Unknown>(SoftwareHost.Field(Ask("dotnet"), "package")).Cause);
    }

    [Fact]
    public void A_program_of_nobody_has_no_version()
    {
        host.WithProgram("usr/local/bin/own").WithPackages().With("var/lib/dpkg/info/dpkg.list", "/usr/bin/dpkg\n");

        var tool = Ask("own");

        Assert.Equal(new Absent(), SoftwareHost.Field(tool, "package"));
        Assert.Equal(new Absent(), SoftwareHost.Field(tool, "manager"));
        Assert.Equal(UnknownCause.MissingSource, Assert.IsType<Unknown>(SoftwareHost.Field(tool, "version")).Cause);
    }

    [Fact]
    public void Without_the_lists_of_files_the_owner_is_unknown()
    {
        host.WithProgram("usr/bin/jq").WithPackages(("jq", "1.6-2"));

        Assert.Equal(UnknownCause.MissingSource, Assert.IsType<Unknown>(SoftwareHost.Field(Ask("jq"), "package")).Cause);
    }

    [Fact]
    public void Every_program_of_the_name_is_told_in_the_order_of_the_folders()
    {
        host.WithProgram("usr/bin/jq").WithProgram("usr/local/bin/jq");

        var paths = Assert.IsType<ListValue>(Assert.IsType<Present>(SoftwareHost.Field(Ask("jq"), "paths")).Value);

        Assert.Equal(["/usr/local/bin/jq", "/usr/bin/jq"], paths.Items.Select(SoftwareHost.Text));
    }

    [Theory]
    [InlineData("opt/pyenv/shims/pip", "opt/pyenv/shims", "pip", "pyenv", "true", null)]
    [InlineData("root/.asdf/shims/kubectl", "root/.asdf/shims", "kubectl", "asdf", "true", null)]
    [InlineData("root/.nvm/versions/node/v20.11.1/bin/node", "root/.nvm/versions/node/v20.11.1/bin", "node", "nvm", "false", "20.11.1")]
    [InlineData("nix/store/abc-jq-1.7.1/bin/jq", "nix/store/abc-jq-1.7.1/bin", "jq", "nix", "false", "1.7.1")]
    [InlineData("home/linuxbrew/.linuxbrew/Cellar/jq/1.7.1/bin/jq", "home/linuxbrew/.linuxbrew/Cellar/jq/1.7.1/bin", "jq", "homebrew", "false", "1.7.1")]
    public void The_place_of_a_program_tells_who_brought_it(string path, string folder, string name, string manager, string isShim, string? version)
    {
        host.WithProgram(path).With(".policy/environment", $"PATH=/{folder}:/usr/bin\n");

        Assert.Equal(($"/{path}", version, null, manager, isShim), Facts(Ask(name)));
    }

    [Fact]
    public void A_proxy_of_rustup_is_a_shim()
    {
        host.WithProgram("root/.cargo/bin/rustup").WithProgram("root/.cargo/bin/rustc").With(".policy/environment", "PATH=/root/.cargo/bin\n");

        Assert.Equal("rustup", SoftwareHost.Text(SoftwareHost.Field(Ask("rustc"), "manager")));
        Assert.Equal("true", SoftwareHost.Text(SoftwareHost.Field(Ask("rustc"), "shim")));
        Assert.Equal("false", SoftwareHost.Text(SoftwareHost.Field(Ask("rustup"), "shim")));
    }

    [Fact]
    public void A_snap_tells_its_version()
    {
        host.WithProgram("usr/bin/snap").WithLink("snap/bin/lxc", "../../usr/bin/snap").With("snap/lxc/current/meta/snap.yaml", "name: lxc\nversion: '5.21.1'\n");

        Assert.Equal(("/snap/bin/lxc", "5.21.1", null, "snap", "false"), Facts(Ask("lxc")));
    }

    [Fact]
    public void A_program_of_npm_has_the_version_of_its_library()
    {
        host.WithProgram("usr/local/lib/node_modules/@vue/cli/bin/vue.js")
            .WithLink("usr/local/bin/vue", "../lib/node_modules/@vue/cli/bin/vue.js")
            .With("usr/local/lib/node_modules/@vue/cli/package.json", "{\"version\":\"5.0.8\"}");

        Assert.Equal(("/usr/local/bin/vue", "5.0.8", null, "npm", "false"), Facts(Ask("vue")));
    }

    [Fact]
    public void A_program_that_no_folder_has_is_absent()
    {
        Assert.Equal(new Absent("PATH"), Ask("jq"));
    }

    [Fact]
    public void Without_the_usual_folders_nothing_is_absent()
    {
        using var other = new SoftwareHost();

        Assert.Equal(UnknownCause.MissingSource, Assert.IsType<Unknown>(other.Ask(ToolFacts.Definition, "tool(jq)")).Cause);
    }

    [Theory]
    [InlineData("../bin/jq")]
    [InlineData("..")]
    [InlineData("/usr/bin/jq")]
    public void A_path_is_not_the_name_of_a_program(string name)
    {
        Assert.Equal(UnknownCause.Unsupported, Assert.IsType<Unknown>(Ask(name)).Cause);
    }

    private static (string? Path, string? Version, string? Package, string? Manager, string? Shim) Facts(Observation tool) => (
        SoftwareHost.Text(SoftwareHost.Field(tool, "path")),
        SoftwareHost.Text(SoftwareHost.Field(tool, "version")),
        SoftwareHost.Text(SoftwareHost.Field(tool, "package")),
        SoftwareHost.Text(SoftwareHost.Field(tool, "manager")),
        SoftwareHost.Text(SoftwareHost.Field(tool, "shim")));

    private Observation Ask(string name) => host.Ask(ToolFacts.Definition, $"tool({name})");
}
