using Policy.Core.Facts;

namespace Policy.Collection.Sources.Hypervisors;

/// <summary>What the kernel of OpenVZ is to the collector.</summary>
internal static class OpenVz
{
    private const string Containers = "proc/vz";
    private const string Counters = "proc/bc";
    private const string Process = "proc/self";

    private static readonly FactDescription Role = FactDescription.Of(
        "openvz.role",
        new StringType(["host", "container"]),
        "Whether the collector is on the host of OpenVZ's containers, or in one of them. Absent: the kernel is not OpenVZ's.",
        Containers,
        Counters,
        Process);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("openvz", new SingleFact(Role, host => Look(host.Root)));

    // The folder with the resources of all containers is the host's alone.
    private static Observation Look(HostRoot root) => (root.Entry(Containers), root.Entry(Counters), root.Entry(Process)) switch
    {
        (Got<HostEntry>, Got<HostEntry> counters, _) => Answer.Of("host", counters.Source),
        (Got<HostEntry> containers, Missing<HostEntry>, _) => Answer.Of("container", containers.Source),
        (Missing<HostEntry> none, _, Got<HostEntry>) => new Absent(none.Source),
        (Got<HostEntry>, var counters, _) => counters.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source)),
        var (containers, _, _) => containers.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source)),
    };
}
