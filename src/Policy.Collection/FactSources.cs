using System.Collections.Immutable;
using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Iommu;
using Policy.Collection.Sources.Kvm;
using Policy.Collection.Sources.Memory;
using Policy.Collection.Sources.Pci;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Everything that a host can be asked.</summary>
public static class FactSources
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<FactSource> Everything { get; } =
    [
        CpuNumbers.Definition,
        CpuTopology.Definition,
        CpuModel.Definition,
        CpuFlags.Definition,
        CpuVirtualization.Definition,
        MicroarchitectureLevel.Definition,
        CpuState.Definition,
        CpuQuota.Definition,
        CpuCaches.Definition,
        NumaNodes.Definition,
        NumaNodes.Each,
        MemoryTotals.Definition,
        MemoryLimit.Definition,
        InstalledMemory.Definition,
        HugePages.Definition,
        MemorySharing.Definition,
        KvmNode.Definition,
        KvmProbe.Definition,
        KvmCapabilities.Definition,
        KvmBackends.Definition,
        KvmParameters.Definition,
        VhostDevices.Definition,
        FirmwareSource.Definition,
        DmarSource.Definition,
        ActiveSource.Definition,
        IommuGroups.Definition,
        InterruptSource.Definition,
        OverrideSource.Definition,
        PciDevices.Definition,
        Sources.Software.Packages.PackageFacts.Source,
        Sources.Software.Languages.LanguageFacts.Source,
        Sources.Software.Runtimes.RuntimeFacts.Source,
        Sources.Software.Databases.DatabaseFacts.Source,
        Sources.Software.Libraries.LibraryFacts.Source,
        Sources.Software.Services.ServiceFacts.Source,
        Sources.Software.NetworkInterfaces.Source,
    ];

    /// <summary>What policies can name: the union of what the sources declare.</summary>
    public static FactCatalogue Catalogue { get; } = new(Everything.SelectMany(source => source.Facts));
}
