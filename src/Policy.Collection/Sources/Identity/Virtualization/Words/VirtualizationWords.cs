using Policy.Collection.Sources.Identity.Containers;
using Policy.Collection.Sources.Identity.Dmi;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Virtualization.Words;

/// <summary>What is known of the virtualization, in the words of virt-what(1).</summary>
internal static class VirtualizationWords
{
    private static readonly FactDescription Words = FactDescription.Of(
        "virtualization.facts",
        new ListType(new StringType()),
        "What was recognised, in the words of virt-what: `kvm`, `xen` `xen-dom0`, `aws`, `docker`, `lxc`, ... Stale markers of a container do not count. "
        + "An empty list: the machine is known to be bare metal. Never absent.",
        [
            .. HypervisorSigns.Sources, .. ContainerView.Sources, SystemWords.DomainDescription, "sys/class/vlds/ctrl", "sys/class/vlds/sp", "uname -m",
            "proc/sys/kernel/arch", "sys/kernel/cpu_byteorder", "bin/sh", "usr/bin/env",
        ]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("virt-what", new SingleFact(Words, Look));

    private static Observation Look(Host host)
    {
        string[] words = [.. FirmwareWords.Of(host).Concat(ContainerWords.Of(host)).Concat(SystemWords.Of(host)).Concat(HypervisorWords.Of(host)).Distinct()];
        var container = ContainerView.Of(host);
        return words switch
        {
            [] when container.IsContainer == true => new Unknown(UnknownCause.Unsupported, $"{container.Source}: a container that virt-what has no word for"),
            [] => BareMetal.IsProven(host) ? Answer.Of(words, BareMetal.Source(host)!) : BareMetal.Reason(host),
            _ when SystemWords.IsModeOpen(host) => new Unknown(UnknownCause.MissingSource, PartitionSigns.PartitionConfiguration),
            _ => Answer.Of(words, Source(host)),
        };
    }

    private static string Source(Host host) => (HypervisorSigns.Of(host), ContainerView.Of(host)) switch
    {
        ([var sign, ..], _) => sign.Source,
        (_, { IsContainer: true } container) => container.Source,
        _ => BareMetal.Source(host) ?? DmiText.Place,
    };
}
