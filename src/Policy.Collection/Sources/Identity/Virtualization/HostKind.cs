using Policy.Collection.Sources.Identity.Containers;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Decides what a host is.</summary>
internal static class HostKind
{
    private static readonly FactDescription Kind = FactDescription.Of(
        "host.kind",
        new StringType(["bare-metal", "vm", "container"]),
        "What the collector runs in, the innermost layer: a partition counts as `vm`, the system that controls Xen or Hyper-V as `bare-metal`. "
        + "Never absent; unknown where nothing proves bare metal.",
        [.. ContainerView.Sources, .. HypervisorSigns.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("host-kind", new SingleFact(Kind, Look));

    private static Observation Look(Host host)
    {
        var container = ContainerView.Of(host);
        if (container.IsContainer == true)
        {
            return Answer.Of("container", container.Source);
        }

        if (HypervisorSigns.Of(host).FirstOrDefault(sign => sign.IsGuest == true) is { } guest)
        {
            return Answer.Of("vm", guest.Source);
        }

        return BareMetal.IsProven(host) ? Answer.Of("bare-metal", BareMetal.Source(host)!) : BareMetal.Reason(host);
    }
}
