using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Hypervisors;

/// <summary>The drivers of hypervisors that are not the kernel's own. While one of them runs guests, KVM may get no processor.</summary>
internal static class ForeignDrivers
{
    private const string Drivers = "proc/devices";
    private const string NetworkDriver = "vmnet";

    private static readonly FactDescription Network = FactDescription.Of(
        "vmware.network",
        new BooleanType(),
        "The running kernel has the driver of VMware's networks, vmnet. Never absent.",
        Drivers);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "foreign-hypervisors",
        Registered("virtualbox.driver", "vboxdrv", "The running kernel has the driver with which VirtualBox runs guests, vboxdrv."),
        Registered("vmware.monitor", "vmmon", "The running kernel has the driver with which VMware's Workstation and Player run guests, vmmon."),
        new SingleFact(Network, LookAtNetwork));

    private static SingleFact Registered(string name, string device, string what) => new(
        FactDescription.Of(name, new BooleanType(), $"{what} Never absent.", MiscDevices.List, $"{MiscDevices.Class}/{device}/dev"),
        host => MiscDevices.Minor(host, device) switch
        {
            Got<int> minor => Answer.Of(true, minor.Source),
            Missing<int> list => Answer.Of(false, list.Source),
            var failure => failure.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        });

    // 119 vmnet, among the numbers of all drivers.
    private static Observation LookAtNetwork(Host host) => host.Root.Lines(Drivers).Observe((lines, source) =>
        Answer.Of(Array.Exists(lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, NetworkDriver]), source));
}
