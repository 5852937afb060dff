using Policy.Core.Facts;

namespace Policy.Collection.Sources.Hypervisors;

/// <summary>What guests of Microsoft's hypervisor see of it: <c>Documentation/virt/hyperv/vmbus.rst</c>.</summary>
internal static class HyperVFacts
{
    private const string Buses = "sys/bus";
    private const string Bus = "vmbus";
    private const string Devices = $"{Buses}/{Bus}/devices";

    private static readonly FactDescription VmBus = FactDescription.Of(
        "hyperv.vmbus_devices",
        new NumberType(),
        "How many devices Microsoft's hypervisor offers to its guest on its own bus. Absent: the running kernel has no such bus, because it is no such "
            + "guest or has no driver for it.",
        Buses);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("hyperv", new SingleFact(VmBus, Look));

    private static Observation Look(Host host) => (host.Root.Names(Devices), host.Root.Names(Buses)) switch
    {
        (Got<string[]> devices, _) => Answer.Of(devices.Value.Length, devices.Source),
        (Missing<string[]>, Got<string[]> { Value.Length: > 0 } buses) when !buses.Value.Contains(Bus) && host.IsComplete => new Absent(buses.Source),
        var (devices, _) => devices.Observe((names, source) => Answer.Of(names.Length, source)),
    };
}
