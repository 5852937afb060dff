using Policy.Core.Facts;

namespace Policy.Collection.Sources.Hypervisors;

/// <summary>What the kernel of OpenVZ is to the collector.</summary>
internal static class OpenVz
{
    private const string Containers = "proc/vz";
    private const string Counters = "proc/bc";

    private static readonly FactDescription Role = FactDescription.Of(
        "openvz.role",
        new StringType(["host", "container"]),
        "Whether the collector is on the host of OpenVZ's containers, or in one of them. Absent: the kernel is not OpenVZ's.",
        Containers,
        Counters);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("openvz", new SingleFact(Role, Look));

    // The folder with the resources of all containers is the host's alone. A captured root may hold a part of what the kernel shows.
    private static Observation Look(Host host) => (host.Root.Entry(Containers), host.Root.Entry(Counters)) switch
    {
        (Got<HostEntry>, Got<HostEntry> counters) => Answer.Of("host", counters.Source),
        (Got<HostEntry> containers, Missing<HostEntry>) => Answer.Of("container", containers.Source),
        (Missing<HostEntry> none, _) when host.IsComplete => new Absent(none.Source),
        (Got<HostEntry>, var counters) => counters.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source)),
        var (containers, _) => containers.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source)),
    };
}
