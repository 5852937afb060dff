using System.Text.Json;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock files of npm, package-lock.json(5), of the versions 1 to 3.</summary>
internal static class NpmLock
{
    /// <summary>The one that a published package brings along; npm prefers it.</summary>
    public static readonly LockFile Shrinkwrap = new("npm-shrinkwrap.json", bytes => JsonLock.Read(bytes, Read));

    /// <summary>The usual one.</summary>
    public static readonly LockFile PackageLock = new("package-lock.json", bytes => JsonLock.Read(bytes, Read));

    /// <summary>What npm writes about what it has installed.</summary>
    public static readonly LockFile Installed = new("node_modules/.package-lock.json", bytes => JsonLock.Read(bytes, Read));

    private const string Modules = "node_modules/";

    private static List<LockedLibrary>? Read(JsonElement root)
    {
        var found = new List<LockedLibrary>();
        if (JsonLock.Member(root, "packages") is { } packages)
        {
            Flat(packages, found);
            return found;
        }

        if (JsonLock.Member(root, "dependencies") is { } dependencies)
        {
            Nested(dependencies, isTop: true, found);
            return found;
        }

        return JsonLock.Text(root, "lockfileVersion", JsonValueKind.Number) is null ? null : found;
    }

    // Versions 2 and 3: keys are the folders under which the packages are installed; the empty key is the project.
    private static void Flat(JsonElement packages, List<LockedLibrary> found)
    {
        foreach (var item in packages.EnumerateObject())
        {
            var at = item.Name.LastIndexOf(Modules, StringComparison.Ordinal);
            if (at < 0 || item.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            // A link leads to a folder of the same project, which has the version.
            var linked = JsonLock.Text(item.Value, "resolved") is { } target && JsonLock.Member(packages, target) is { } other
                ? JsonLock.Text(other, "version") : null;
            var name = JsonLock.Text(item.Value, "name") ?? item.Name[(at + Modules.Length)..];
            found.Add(new LockedLibrary(name, JsonLock.Text(item.Value, "version") ?? linked, IsTop: at == 0));
        }
    }

    private static void Nested(JsonElement dependencies, bool isTop, List<LockedLibrary> found)
    {
        foreach (var item in dependencies.EnumerateObject())
        {
            var version = JsonLock.Text(item.Value, "version");

            // An alias has the real name in its version: `npm:left-pad@1.3.0`.
            var at = version?.LastIndexOf('@') ?? -1;
            found.Add(version is ['n', 'p', 'm', ':', ..] && at > 4
                ? new LockedLibrary(version[4..at], version[(at + 1)..], isTop)
                : new LockedLibrary(item.Name, version, isTop));
            if (JsonLock.Member(item.Value, "dependencies") is { } inner)
            {
                Nested(inner, isTop: false, found);
            }
        }
    }
}
