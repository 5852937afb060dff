using Policy.Collection.Sources.Software.Languages;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Languages;

public sealed class LanguageFactsTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public void Python_of_a_distribution_has_the_version_of_its_package()
    {
        host.WithProgram("usr/bin/python3.11")
            .WithLink("usr/bin/python3", "python3.11")
            .WithPackages(("python3.11-minimal", "3.11.2-6+deb12u5"), ("python3", "3.11.2-1+b1"));

        Expect("python", "3.11.2", "/usr/bin/python3");
    }

    [Fact]
    public void Python_in_the_local_prefix_has_the_version_of_its_header_and_not_of_the_package()
    {
        host.WithProgram("usr/local/bin/python3.12").WithLink("usr/local/bin/python3", "python3.12").WithPackages(("python3", "3.11.2-1"))
            .With("usr/local/include/python3.12/patchlevel.h", "#define PY_VERSION_HEX 1\n#define PY_VERSION      \t\"3.12.4\"\n")
            .WithFolder("usr/bin");

        Expect("python", "3.12.4", "/usr/local/bin/python3");
    }

    [Fact]
    public void A_pyenv_shim_has_the_version_that_pyenv_chooses()
    {
        host.With(".policy/environment", "PATH=/root/.pyenv/shims:/usr/bin\n")
            .With("root/.pyenv/shims/python3", "#!/bin/sh\n").With("root/.pyenv/version", "3.11.7\n").WithProgram("root/.pyenv/versions/3.11.7/bin/python3.11")
            .WithLink("root/.pyenv/versions/3.11.7/bin/python3", "python3.11").WithProgram("usr/bin/python3");

        Expect("python", "3.11.7", "/root/.pyenv/shims/python3");
    }

    [Fact]
    public void A_pyenv_shim_that_leads_to_the_system_is_passed_over()
    {
        host.With(".policy/environment", "PATH=/root/.pyenv/shims:/usr/bin\n")
            .With("root/.pyenv/shims/python3", "#!/bin/sh\n")
            .With("root/.pyenv/version", "system\n")
            .WithProgram("usr/bin/python3").WithPackages(("python3", "3.9.2-3"));

        Expect("python", "3.9.2", "/usr/bin/python3");
    }

    [Fact]
    public void Node_has_the_version_of_its_header_or_of_the_folder_of_its_version()
    {
        host.WithProgram("usr/bin/node")
            .With("usr/include/node/node_version.h", "#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 11\n#define NODE_PATCH_VERSION 1\n");

        Expect("node", "20.11.1", "/usr/bin/node");
    }

    [Fact]
    public void Node_of_a_version_manager_has_the_version_of_its_folder()
    {
        host.With(".policy/environment", "PATH=/root/.nvm/versions/node/v18.19.0/bin:/usr/bin\n")
            .WithProgram("root/.nvm/versions/node/v18.19.0/bin/node")
            .WithFolder("usr/bin");

        Expect("node", "18.19.0", "/root/.nvm/versions/node/v18.19.0/bin/node");
    }

    [Fact]
    public void Rust_of_rustup_has_the_version_of_the_default_toolchain()
    {
        host.With(".policy/environment", "PATH=/root/.cargo/bin:/usr/bin\n").WithProgram("root/.cargo/bin/rustup").WithLink("root/.cargo/bin/rustc", "rustup")
            .With("root/.rustup/settings.toml", "version = \"12\"\ndefault_toolchain = \"stable-x86_64-unknown-linux-gnu\"\n")
            .WithProgram("root/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/rustc")
            .With("root/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/lib/rustlib/multirust-channel-manifest.toml", "[pkg.cargo]\nversion = \"0.96.0 (x)\"\n\n[pkg.rustc]\nversion = \"1.95.0 (5980 2026-04-14)\"\n");

        Expect("rust", "1.95.0", "/root/.cargo/bin/rustc");
    }

    [Fact]
    public void Go_has_the_version_of_its_root()
    {
        host.WithProgram("usr/local/go/bin/go").With("usr/local/go/VERSION", "go1.22.3\ntime 2024-05-01\n").WithFolder("usr/bin");

        Expect("go", "1.22.3", "/usr/local/go/bin/go");
    }

    [Fact]
    public void Java_has_the_version_of_its_release_file_behind_absolute_links()
    {
        host.WithProgram("usr/lib/jvm/java-17/bin/java")
            .WithLink("etc/alternatives/java", "/usr/lib/jvm/java-17/bin/java")
            .WithLink("usr/bin/java", "/etc/alternatives/java")
            .With("usr/lib/jvm/java-17/release", "IMPLEMENTOR=\"Debian\"\nJAVA_RUNTIME_VERSION=\"17.0.15+6\"\nJAVA_VERSION=\"17.0.15\"\n");

        Expect("java", "17.0.15", "/usr/bin/java");
    }

    [Fact]
    public void DotNet_has_the_version_of_its_highest_sdk_else_of_its_highest_runtime()
    {
        host.WithProgram("usr/share/dotnet/dotnet")
            .WithLink("usr/bin/dotnet", "../share/dotnet/dotnet")
            .WithFolder("usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.11")
            .WithFolder("usr/share/dotnet/sdk/8.0.404").WithFolder("usr/share/dotnet/sdk/10.0.100-preview.1").WithFolder("usr/share/dotnet/sdk/10.0.100");

        Expect("dotnet", "10.0.100", "/usr/bin/dotnet");
    }

    [Theory]
    [InlineData("gcc", "usr/bin/x86_64-linux-gnu-gcc-12", "gcc-12", "12.2.0-14+deb12u1", "12.2.0")]
    [InlineData("perl", "usr/bin/perl", "perl-base", "5.36.0-7+deb12u2", "5.36.0")]
    [InlineData("ruby", "usr/bin/ruby3.1", "ruby3.1", "3.1.2-7+deb12u1", "3.1.2")]
    [InlineData("php", "usr/bin/php8.2", "php8.2-cli", "8.2.28-1~deb12u1", "8.2.28")]
    [InlineData("clang", "usr/bin/clang", "clang", "1:14.0-55.7~deb12u1", "14.0")]
    public void A_program_of_a_distribution_has_the_upstream_version_of_the_package_that_its_name_tells(string name, string program, string package, string version, string expected)
    {
        host.WithProgram(program).WithPackages((package, version));
        if (!program.EndsWith($"/{name}", StringComparison.Ordinal))
        {
            host.WithLink($"usr/bin/{name}", $"/{program}");
        }

        Expect(name, expected, $"/usr/bin/{name}");
    }

    [Fact]
    public void A_compiler_whose_name_has_its_version_counts()
    {
        host.WithProgram("usr/lib/llvm-14/bin/clang").WithLink("usr/bin/clang-14", "../lib/llvm-14/bin/clang").WithFolder("usr/lib/llvm-14/lib/clang/14.0.6");

        Expect("clang", "14.0.6", "/usr/bin/clang-14");
    }

    [Fact]
    public void A_recorded_answer_tells_what_no_file_does()
    {
        host.With(".policy/commands/php --version", "PHP 8.3.6 (cli) (built: Apr 2024)\n").WithFolder("usr/bin").WithPackages();

        var php = host.Ask(LanguageFacts.Source, "language(php)");

        Assert.Equal("8.3.6", SoftwareHost.Text(SoftwareHost.Field(php, "version")));
    }

    [Fact]
    public void A_program_that_nothing_tells_of_is_there_with_an_unknown_version()
    {
        host.WithProgram("usr/local/bin/ruby").WithFolder("usr/bin").WithPackages();

        var ruby = host.Ask(LanguageFacts.Source, "language(ruby)");

        Assert.IsType<Unknown>(SoftwareHost.Field(ruby, "version"));
    }

    [Fact]
    public void Only_readable_folders_and_a_readable_database_prove_an_absence()
    {
        var nothing = host.Ask(LanguageFacts.Source, "language(php)");
        var withFolder = host.WithFolder("usr/bin").Ask(LanguageFacts.Source, "language(php)");
        var withDatabase = host.WithPackages().Ask(LanguageFacts.Source, "language(php)");

        Assert.IsType<Unknown>(nothing);
        Assert.IsType<Unknown>(withFolder);
        Assert.IsType<Absent>(withDatabase);
    }

    [Fact]
    public void A_language_without_a_line_in_the_table_is_unknown()
    {
        var language = host.WithFolder("usr/bin").WithPackages().Ask(LanguageFacts.Source, "language(cobol)");

        Assert.Equal(UnknownCause.Unsupported, Assert.IsType<Unknown>(language).Cause);
    }

    private void Expect(string name, string version, string path)
    {
        var language = host.Ask(LanguageFacts.Source, $"language({name})");
        Assert.Equal(version, SoftwareHost.Text(SoftwareHost.Field(language, "version")));
        Assert.Equal(path, SoftwareHost.Text(SoftwareHost.Field(language, "path")));
    }
}
