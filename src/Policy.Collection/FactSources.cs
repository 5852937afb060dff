using System.Collections.Immutable;
using Policy.Collection.Sources.Kernel;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Everything that a host can be asked.</summary>
public static class FactSources
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<FactSource> Everything { get; } =
    [
        KernelOptions.Definition,
        ModuleSource.Definition,
        CommandLineSource.Definition,
        KernelLogSource.Definition,
        LockdownSource.Definition,
        SecurityModuleSource.Definition,
        CgroupSource.Definition,
        MountSource.Definition,
        FileSystemSource.Definition,
        NamespaceSource.Definition,
        UserNamespaceSource.Definition,
        IdMapSource.Definition,
        SysctlSource.Definition,
        FileSource.Definition,
    ];

    /// <summary>What policies can name: the union of what the sources declare.</summary>
    public static FactCatalogue Catalogue { get; } = new(Everything.SelectMany(source => source.Facts));
}
