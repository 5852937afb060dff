using Policy.Collection.Sources.Identity.Virtualization;
using Policy.Core.Facts;
using Policy.Core.Facts.Versions;

namespace Policy.Collection.Sources.Hypervisors;

/// <summary>What Xen says of itself to its domains: <c>Documentation/ABI/stable/sysfs-hypervisor-xen</c>.</summary>
internal static class XenFacts
{
    private const string Capabilities = "sys/hypervisor/properties/capabilities";
    private const string Version = "sys/hypervisor/version";

    private static readonly FactDescription Guests = FactDescription.Of(
        "xen.capabilities",
        new ListType(new StringType()),
        "The kinds of guests that Xen can run, such as `hvm-3.0-x86_64`; of the system that controls it the only proof, for Xen hides VT-x and AMD-V "
            + "from it. Absent: there is no Xen below the kernel.",
        [Capabilities, .. HypervisorSigns.Sources]);

    private static readonly FactDescription Release = FactDescription.Of(
        "xen.version",
        new VersionType(VersionScheme.Dotted),
        "The version of the Xen below the kernel. Absent: there is none.",
        [$"{Version}/major", $"{Version}/minor", $"{Version}/extra", .. HypervisorSigns.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "xen",
        new SingleFact(Guests, host => OrNone(host, host.Root.Value(Capabilities), (text, source) => text.Length > 0
            ? Answer.Of(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), source)
            : new Unknown(UnknownCause.MissingSource, source))),
        new SingleFact(Release, host => OrNone(host, VersionText(host.Root), (text, source) => VersionOrder.CanRead(VersionScheme.Dotted, text)
            ? new Present(new VersionValue(text, VersionScheme.Dotted), source)
            : new Unknown(UnknownCause.Malformed, source))));

    private static Observation OrNone(Host host, Reading<string> reading, Func<string, string, Observation> answer) =>
        reading is Missing<string> && XenDomain.Fact.Look(host) is Absent none ? none : reading.Observe(answer);

    // 4, 17, .3-pre
    private static Reading<string> VersionText(HostRoot root) => (root.Value($"{Version}/major"), root.Value($"{Version}/minor")) switch
    {
        (Got<string> major, Got<string> minor) => new Got<string>($"{major.Value}.{minor.Value}{root.Value($"{Version}/extra").Content}", Version),
        (Got<string>, var minor) => minor,
        var (major, _) => major,
    };
}
