using Policy.Collection.Sources.Software.Languages;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Languages;

public sealed class VersionFoldersTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("python", "usr/bin/python3", "root/.pyenv/versions/3.12.1", "root/.pyenv/versions/miniconda3-4.7.12", "3.12.1")]
    [InlineData("python", "usr/bin/python3", "root/.local/share/uv/python/cpython-3.13.0-linux-x86_64-gnu", "root/.local/share/uv/python/pypy-3.10", "3.13.0")]
    [InlineData("node", "usr/bin/node", "root/.nvm/versions/node/v20.11.1", "root/.nvm/versions/node/v18.0.0", "20.11.1 18.0.0")]
    [InlineData("rust", "usr/bin/rustc", "usr/local/rustup/toolchains/1.75.0-x86_64-unknown-linux-gnu", "root/.rustup/toolchains/stable-x86_64", "1.75.0")]
    [InlineData("dotnet", "usr/bin/dotnet", "usr/share/dotnet/sdk/8.0.100-rc.1.23455", "usr/share/dotnet/sdk/NuGetFallbackFolder", "8.0.100-rc.1.23455")]
    [InlineData("clang", "usr/bin/clang", "usr/lib/llvm-14", "usr/lib/llvm", "14")]
    [InlineData("gcc", "usr/bin/gcc", "usr/lib/gcc/x86_64-linux-gnu/12", "usr/lib/gcc/x86_64-linux-gnu/13", "13 12")]
    [InlineData("gcc", "usr/bin/gcc", "usr/lib/gcc/x86_64-linux-gnu/12", "usr/lib/gcc/x86_64-linux-gnu/12.2.0", "12.2.0")]
    [InlineData("php", "usr/bin/php", "usr/lib/php", "usr/share/php", "")]
    public void Versions_that_stand_side_by_side_are_all_told(string language, string program, string one, string other, string versions)
    {
        host.WithProgram(program).WithFolder(one).WithFolder(other);

        Assert.Equal(versions, All(language));
    }

    [Fact]
    public void A_Java_machine_tells_its_version_in_a_file()
    {
        host.WithProgram("usr/lib/jvm/java-17/bin/java")
            .WithLink("usr/bin/java", "../lib/jvm/java-17/bin/java")
            .With("usr/lib/jvm/java-17/release", "JAVA_VERSION=\"17.0.9\"\n")
            .With("usr/lib/jvm/java-21/release", "JAVA_VERSION=\"21.0.1\"\n")
            .WithFolder("root/.sdkman/candidates/java/11.0.21-tem");

        Assert.Equal("21.0.1 17.0.9 11.0.21", All("java"));
    }

    [Fact]
    public void The_home_of_the_collector_counts()
    {
        host.WithProgram("usr/bin/go").WithFolder("home/me/sdk/go1.22.3").With(".policy/environment", "HOME=/home/me\n");

        Assert.Equal("1.22.3", All("go"));
    }

    private string All(string language)
    {
        var versions = SoftwareHost.Field(host.Ask(LanguageFacts.Source, $"language({language})"), "all_versions");
        return string.Join(' ', Assert.IsType<ListValue>(Assert.IsType<Present>(versions).Value).Items.Select(SoftwareHost.Text));
    }
}
