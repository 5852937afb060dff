using System.Text.Json;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock file of PHP's composer, and its list of what it has installed.</summary>
internal static class ComposerLock
{
    /// <summary>The lock file.</summary>
    public static readonly LockFile File = new("composer.lock", bytes => JsonLock.Read(bytes, root =>
        JsonLock.Member(root, "packages", JsonValueKind.Array) is null ? null : [.. In(root, "packages"), .. In(root, "packages-dev")]));

    /// <summary>What is installed; of composer 1 the list itself, of composer 2 a member.</summary>
    public static readonly LockFile Installed = new("vendor/composer/installed.json", bytes => JsonLock.Read(bytes, root => root.ValueKind switch
    {
        JsonValueKind.Array => [.. Each(root)],
        JsonValueKind.Object when JsonLock.Member(root, "packages", JsonValueKind.Array) is not null => [.. In(root, "packages")],
        _ => null,
    }));

    private static IEnumerable<LockedLibrary> In(JsonElement root, string member) =>
        JsonLock.Member(root, member, JsonValueKind.Array) is { } list ? Each(list) : [];

    private static IEnumerable<LockedLibrary> Each(JsonElement list) => list.EnumerateArray()
        .Where(item => JsonLock.Text(item, "name") is { Length: > 0 })
        .Select(item => new LockedLibrary(JsonLock.Text(item, "name")!, JsonLock.Text(item, "version")?.TrimStart('v')));
}
