using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>Ruby.</summary>
internal static class Ruby
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("ruby", ["ruby"], ["ruby#", "ruby"])
    {
        HasVersionedPrograms = true,
        Behind = (host, program) => Shims.Behind(host, program, "RBENV_VERSION"),
        FromFiles = (root, program) => VersionText.OfFolder(program, "ruby")
            ?? (program.IsOfDistribution ? null : FromPackageConfig(root, $"{program.Prefix}/lib/pkgconfig")),
    };

    private static string? FromPackageConfig(HostRoot root, string folder) => (root.Names(folder).Content ?? [])
        .Where(name => name.StartsWith("ruby-", StringComparison.Ordinal) && name.EndsWith(".pc", StringComparison.Ordinal))
        .Select(name => VersionText.Behind(root, $"{folder}/{name}", "RUBY_PROGRAM_VERSION"))
        .Max(VersionOrder.Instance);
}
