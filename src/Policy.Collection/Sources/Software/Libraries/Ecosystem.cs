using System.Collections.Immutable;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>A registry of libraries and the files by which a project pins them.</summary>
/// <param name="Name">What stands before the colon of a key, such as <c>npm</c>.</param>
/// <param name="Manifest">The file that makes a folder a project of it.</param>
/// <param name="LockFiles">Its lock files; the first that is there counts.</param>
internal sealed record Ecosystem(string Name, string Manifest, Sequence<LockFile> LockFiles)
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<Ecosystem> Everything { get; } =
    [
        new("npm", "package.json", [NpmLock.Shrinkwrap, NpmLock.PackageLock, PnpmLock.File, YarnLock.File]),
        new("cargo", "Cargo.toml", [CargoLock.File]),
    ];
}
