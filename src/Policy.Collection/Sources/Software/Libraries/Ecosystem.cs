using System.Collections.Immutable;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>A registry of libraries and the files by which a project pins them.</summary>
/// <param name="Name">What stands before the colon of a key, such as <c>npm</c>.</param>
/// <param name="Manifests">The files that make a folder a project of it; a star stands for any beginning.</param>
/// <param name="LockFiles">Its lock files, the best first; the first that is there counts.</param>
internal sealed record Ecosystem(string Name, Sequence<string> Manifests, Sequence<LockFile> LockFiles)
{
    /// <summary>What is installed in the project, where no lock file pins; missing if nothing is.</summary>
    public Func<HostRoot, string, Reading<IReadOnlyCollection<LockedLibrary>>> Installed { get; init; } =
        (_, project) => new Missing<IReadOnlyCollection<LockedLibrary>>(project);

    /// <summary>The one spelling of a library's name.</summary>
    public Func<string, string> Normalize { get; init; } = name => name;

    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<Ecosystem> Everything { get; } =
    [
        new(
            "npm",
            ["package.json"],
            [NpmLock.Shrinkwrap, NpmLock.PackageLock, PnpmLock.File, YarnLock.File, NpmLock.Installed, PnpmLock.Installed])
        {
            Installed = InstalledNode.Read,
        },
        new("cargo", ["Cargo.toml"], [TomlPackages.Cargo]),
        new(
            "pip",
            ["pyproject.toml", "requirements.txt", "Pipfile", "setup.py", "setup.cfg", "environment.yml"],
            [TomlPackages.Uv, TomlPackages.Poetry, TomlPackages.Pdm, PythonLock.Pipfile, PythonLock.Requirements])
        {
            Installed = InstalledPython.Read,
            Normalize = PythonLock.Normalize,
        },
        new("go", ["go.mod"], [GoModules.Mod]),
        new("composer", ["composer.json"], [ComposerLock.File, ComposerLock.Installed]) { Normalize = name => name.ToLowerInvariant() },
        new("gem", ["Gemfile", "gems.rb", "*.gemspec"], [GemLock.Gemfile, GemLock.Gems]),
        new(
            "nuget",
            ["*.csproj", "*.fsproj", "*.vbproj", "*.sln", "*.slnx", "packages.config", "Directory.Packages.props"],
            [NuGetLock.File, NuGetLock.Assets])
        {
            Normalize = name => name.ToLowerInvariant(),
        },
    ];

    /// <summary>Whether a name in a project folder belongs to it.</summary>
    public bool Owns(string name) =>
        Manifests.Any(manifest => manifest is ['*', .. var ending] ? name.EndsWith(ending, StringComparison.Ordinal) : name == manifest)
        || LockFiles.Any(file => file.Name == name);
}
