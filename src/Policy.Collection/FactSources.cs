using System.Collections.Immutable;
using Policy.Collection.Sources.Confidential;
using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Hypervisors;
using Policy.Collection.Sources.Identity.Collector;
using Policy.Collection.Sources.Identity.Containers;
using Policy.Collection.Sources.Identity.Dmi;
using Policy.Collection.Sources.Identity.Os;
using Policy.Collection.Sources.Identity.Virtualization;
using Policy.Collection.Sources.Identity.Virtualization.Words;
using Policy.Collection.Sources.Iommu;
using Policy.Collection.Sources.Kernel;
using Policy.Collection.Sources.Kvm;
using Policy.Collection.Sources.Memory;
using Policy.Collection.Sources.Pci;
using Policy.Collection.Sources.Software;
using Policy.Collection.Sources.Software.Databases;
using Policy.Collection.Sources.Software.Languages;
using Policy.Collection.Sources.Software.Libraries;
using Policy.Collection.Sources.Software.Packages;
using Policy.Collection.Sources.Software.Runtimes;
using Policy.Collection.Sources.Software.Services;
using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Everything that a host can be asked.</summary>
public static class FactSources
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<FactSource> Everything { get; } =
    [
        OsFacts.Definition,
        KernelNames.Definition,
        Architecture.Definition,
        HostKind.Definition,
        InitialNamespaces.Definition,
        ContainerFacts.Definition,
        HypervisorFacts.Definition,
        VirtualizationWords.Definition,
        DmiFacts.Definition,
        FirmwareFacts.Definition,
        CollectorFacts.Definition,
        ConfinementFacts.Definition,
        LimitFacts.Definition,
        EnvironmentFacts.Definition,
        CpuNumbers.Definition,
        CpuSets.Definition,
        CpuTopology.Definition,
        CpuKinds.Definition,
        CpuModel.Definition,
        CpuFlags.Definition,
        CpuExtension.Definition,
        CpuVirtualization.Definition,
        CpuPaging.Definition,
        MicroarchitectureLevel.Definition,
        CpuState.Definition,
        CpuQuota.Definition,
        CpuCaches.Definition,
        NumaNodes.Definition,
        NumaNodes.Each,
        NodeHugePages.Definition,
        MemoryTotals.Definition,
        MemoryLimit.Definition,
        InstalledMemory.Definition,
        MemoryBlocks.Definition,
        SwapDevices.Definition,
        HugePages.Definition,
        MemorySharing.Definition,
        KvmNode.Definition,
        KvmProbe.Definition,
        KvmCapabilities.Definition,
        KvmBackends.Definition,
        KvmParameters.Definition,
        VhostDevices.Definition,
        SevFacts.Definition,
        TdxFacts.Definition,
        SgxFacts.Definition,
        SecureExecution.Definition,
        ConfidentialGuest.Definition,
        XenFacts.Definition,
        HyperVFacts.Definition,
        ForeignDrivers.Definition,
        VirtualMachineTools.Definition,
        OpenVz.Definition,
        FirmwareSource.Definition,
        DmarSource.Definition,
        DmarStructureSource.Definition,
        IvrsSource.Definition,
        ActiveSource.Definition,
        UnitSource.Definition,
        IommuGroups.Definition,
        InterruptSource.Definition,
        OverrideSource.Definition,
        VfioSource.Definition,
        PciDevices.Definition,
        PackageFacts.Source,
        AppFacts.SnapSource,
        AppFacts.FlatpakSource,
        ToolFacts.Definition,
        LanguageFacts.Source,
        RuntimeFacts.Source,
        DatabaseFacts.Source,
        LibraryFacts.Source,
        ServiceFacts.Source,
        NetworkInterfaces.Source,
        KernelOptions.Definition,
        ModuleSource.Definition,
        CommandLineSource.Definition,
        KernelLogSource.Definition,
        ClockSource.Definition,
        LockdownSource.Definition,
        SecurityModuleSource.Definition,
        NetfilterSource.Definition,
        CgroupSource.Definition,
        DelegationSource.Definition,
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
