using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>The node <c>/dev/kvm</c> and what the kernel registered for it.</summary>
internal static class KvmNode
{
    private const string Node = "dev/kvm";
    private const string Name = "kvm";

    private static readonly FactDescription Device = FactDescription.Of(
        "kvm.device",
        new StringType(["character", "file", "directory", "other"]),
        "What stands at /dev/kvm; anything but a character device is a left-over. Absent if nothing stands there, which says nothing about the kernel.",
        Node,
        "dev/null");

    private static readonly FactDescription Matches = FactDescription.Of(
        "kvm.device_matches",
        new BooleanType(),
        "The node /dev/kvm leads to the device that the kernel has registered as kvm. Absent if there is no node.",
        Node,
        "dev/null",
        MiscDevices.List);

    private static readonly FactDescription Registered = FactDescription.Of(
        "kvm.registered",
        new BooleanType(),
        "The running kernel offers KVM, whether a node leads to it or not; seen from inside containers too.",
        MiscDevices.List,
        MiscDevices.Class);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "kvm-node",
        new SingleFact(Device, host => Entry(host, (entry, source) => Answer.Of(Describe(entry.Kind), source))),
        new SingleFact(Matches, host => Entry(host, (entry, source) => Match(host, entry, source))),
        new SingleFact(Registered, LookAtRegistered));

    /// <summary>Whether a folder of devices shows all nodes: copies of file systems often hold none or a few.</summary>
    internal static bool HasAllNodes(Host host) => host.IsComplete || host.Root.Entry("dev/null") is Got<HostEntry> { Value.Kind: HostEntryKind.CharacterDevice };

    private static Observation Entry(Host host, Func<HostEntry, string, Observation> answer) => host.Root.Entry(Node) switch
    {
        Missing<HostEntry> when HasAllNodes(host) => new Absent(Node),
        var entry => entry.Observe(answer),
    };

    private static string Describe(HostEntryKind kind) => kind switch
    {
        HostEntryKind.CharacterDevice => "character",
        HostEntryKind.File => "file",
        HostEntryKind.Directory => "directory",
        HostEntryKind.Link or HostEntryKind.BlockDevice or HostEntryKind.Fifo or HostEntryKind.Socket => "other",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Observation Match(Host host, HostEntry entry, string source) => MiscDevices.Minor(host, Name) switch
    {
        _ when entry.Kind != HostEntryKind.CharacterDevice => Answer.Of(false, source),
        Got<int> minor => Answer.Of(entry.Device == new DeviceNumber(MiscDevices.Major, minor.Value), minor.Source),
        Missing<int> list => Answer.Of(false, list.Source),
        var failure => failure.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    private static Observation LookAtRegistered(Host host) => MiscDevices.Minor(host, Name) switch
    {
        Got<int> minor => Answer.Of(true, minor.Source),
        Missing<int> list => Answer.Of(false, list.Source),
        var failure => failure.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };
}
