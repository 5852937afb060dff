using System.Text.Json;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock file of NuGet, and what its last restore has chosen.</summary>
internal static class NuGetLock
{
    /// <summary>The lock file: for each target framework the packages with the resolved version.</summary>
    public static readonly LockFile File = new("packages.lock.json", bytes => JsonLock.Read(bytes, OfLock));

    /// <summary>What a restore wrote.</summary>
    public static readonly LockFile Assets = new("obj/project.assets.json", bytes => JsonLock.Read(bytes, OfAssets));

    private static List<LockedLibrary>? OfLock(JsonElement root) => JsonLock.Member(root, "dependencies") is not { } frameworks
        ? null
        : [.. frameworks.EnumerateObject()
            .Where(framework => framework.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(item => JsonLock.Text(item.Value, "type") is not "Project")
            .Select(item => new LockedLibrary(item.Name, JsonLock.Text(item.Value, "resolved"), JsonLock.Text(item.Value, "type") is "Direct"))];

    private static List<LockedLibrary>? OfAssets(JsonElement root) => JsonLock.Member(root, "libraries") is not { } libraries
        ? null
        : [.. libraries.EnumerateObject()
            .Where(item => JsonLock.Text(item.Value, "type") is "package" && item.Name.Split('/') is [_, _])
            .Select(item => new LockedLibrary(item.Name.Split('/')[0], item.Name.Split('/')[1]))];
}
