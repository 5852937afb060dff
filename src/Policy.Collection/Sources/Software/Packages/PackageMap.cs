namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The installed packages by the key under which a policy finds them.</summary>
/// <remarks>
/// The key is the name. Of several versions of one package, such as kernels, the highest counts. A package that is installed for several
/// architectures stands under its name for the host's own one (the one of most packages) and under name, separator and architecture for the others.
/// </remarks>
internal sealed class PackageMap
{
    private readonly Dictionary<string, InstalledPackage> byKey = new(StringComparer.Ordinal);

    /// <summary>Takes the packages in any order.</summary>
    /// <param name="packages">What is installed; one name may come several times.</param>
    /// <param name="separator">What stands between name and architecture: a colon for dpkg, a dot for rpm.</param>
    public PackageMap(IReadOnlyCollection<InstalledPackage> packages, char separator)
    {
        var native = Native(packages);
        foreach (var package in packages)
        {
            Add(package, native, separator);
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Count => byKey.Count;

    /// <summary>All packages with their keys.</summary>
    public IReadOnlyDictionary<string, InstalledPackage> Items => byKey;

    /// <summary>The package under a key, or null.</summary>
    public InstalledPackage? Find(string key) => byKey.GetValueOrDefault(key);

    private static string? Native(IReadOnlyCollection<InstalledPackage> packages) => packages
        .Select(package => package.Architecture ?? string.Empty)
        .Where(architecture => architecture is not ("" or "all" or "noarch" or "any"))
        .CountBy(architecture => architecture, StringComparer.Ordinal)
        .OrderByDescending(count => count.Value)
        .ThenBy(count => count.Key, StringComparer.Ordinal)
        .FirstOrDefault().Key;

    private void Add(InstalledPackage package, string? native, char separator)
    {
        var key = package.Name;
        if (byKey.TryGetValue(key, out var other) && other.Architecture != package.Architecture && (IsForeign(other, native) || IsForeign(package, native)))
        {
            if (!IsForeign(package, native))
            {
                (byKey[key], package) = (package, other);
            }

            key = $"{package.Name}{separator}{package.Architecture}";
        }

        if (!byKey.TryGetValue(key, out var same) || VersionOrder.Instance.Compare(same.Version, package.Version) < 0)
        {
            byKey[key] = package;
        }
    }

    private static bool IsForeign(InstalledPackage package, string? native) =>
        package.Architecture is not (null or "all" or "noarch" or "any") && package.Architecture != native;
}
