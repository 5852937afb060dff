using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>What gives devices to programs: <c>Documentation/driver-api/vfio.rst</c>, <c>Documentation/userspace-api/iommufd.rst</c>.</summary>
internal static class VfioSource
{
    private const string Folder = "dev/vfio";
    private const string Container = $"{Folder}/vfio";
    private const string Iommufd = "dev/iommu";
    private const string Modules = "sys/module";
    private const string Unsafe = $"{Modules}/vfio_iommu_type1/parameters/allow_unsafe_interrupts";
    private const string WithoutIommu = $"{Modules}/vfio/parameters/enable_unsafe_noiommu_mode";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "vfio",
        Node("vfio.open", Container),
        Node("iommufd.open", Iommufd),
        new SingleFact(
            FactDescription.Of(
                "vfio.groups",
                new ListType(new StringType()),
                "The groups of `iommu.groups` whose devices vfio has, by their nodes: a number, or `noiommu-` and a number where no IOMMU guards them. Absent: "
                    + "there are no nodes of vfio.",
                Folder,
                "dev/null"),
            LookAtGroups),
        Parameter(
            "vfio.unsafe_interrupts",
            Unsafe,
            "vfio gives devices to guests although their interrupts are not remapped. Absent: its module vfio_iommu_type1 is not loaded."),
        Parameter(
            "vfio.noiommu",
            WithoutIommu,
            "vfio gives devices to programs although no IOMMU guards them. Absent: vfio is not loaded, or was built without that."));

    private static SingleFact Node(string path, string node) => new(
        FactDescription.Of(
            path,
            new StringType(),
            $"`ok`, or the name of the error with which the collector may not or cannot open /{node}; `ENODEV` is a node without driver. Absent if there is "
                + "no such node. Unknown for a captured host.",
            node,
            MiscDevices.List),
        host => host.OpenDevice(node) switch
        {
            Missing<string> missing => new Absent(missing.Source),
            var reading => reading.Observe((text, source) => Answer.Of(text, source)),
        });

    private static SingleFact Parameter(string path, string file, string describe) => new(
        FactDescription.Of(path, new BooleanType(), describe, file, Modules),
        host => host.Root.Value(file) switch
        {
            Missing<string> when host.IsComplete && host.Root.Names(Modules) is Got<string[]> { Value.Length: > 0 } => new Absent(Modules),
            var text => text.Observe(Truth),
        });

    private static Observation Truth(string text, string source) => text switch
    {
        "Y" or "1" => Answer.Of(true, source),
        "N" or "0" => Answer.Of(false, source),
        _ => new Unknown(UnknownCause.Malformed, source),
    };

    private static Observation LookAtGroups(Host host) => host.Root.Names(Folder) switch
    {
        Missing<string[]> when KvmNode.HasAllNodes(host) => new Absent(Folder),
        var names => names.Observe((all, source) => Answer.Of(all.Where(IsGroup), source)),
    };

    private static bool IsGroup(string name) =>
        name.Replace("noiommu-", string.Empty, StringComparison.Ordinal) is { Length: > 0 } number && number.All(char.IsAsciiDigit);
}
