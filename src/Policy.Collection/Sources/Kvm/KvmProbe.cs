using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>What <c>/dev/kvm</c> answers: the only proof that virtual machines run.</summary>
internal static class KvmProbe
{
    /// <summary>The device.</summary>
    internal const string Node = "dev/kvm";

    private const string Tun = "dev/net/tun";

    private static readonly FactDescription Open = Describe(
        "kvm.open",
        new StringType(),
        "`ok`, or the name of the error with which the collector may not or cannot open /dev/kvm, such as `EACCES`. Absent if no device node stands there.");

    private static readonly FactDescription ApiVersion = Describe(
        "kvm.api_version",
        new NumberType(),
        "The version of KVM's interface: 12 since 2007. Absent without a device node and a driver behind it.");

    private static readonly FactDescription CreateVm = Describe(
        "kvm.create_vm",
        new StringType(),
        "`ok` if a virtual machine was created and taken away again, or the name of the error: `EBUSY` if another hypervisor holds the "
            + "processor. Absent without a device node and a driver behind it.");

    private static readonly FactDescription CreateVcpu = Describe(
        "kvm.create_vcpu",
        new StringType(),
        "`ok` if that machine got a virtual processor, or the name of the error. Absent without a device node and a driver behind it.");

    private static readonly FactDescription TunOpen = FactDescription.Of(
        "tun.open",
        new StringType(),
        "`ok`, or the name of the error with which the collector may not or cannot open /dev/net/tun; `ENODEV` is a node without driver. "
            + "Absent if there is no such node.",
        Tun,
        MiscDevices.List);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "kvm-probe",
        new SingleFact(Open, host => Ask(host, answer => answer.Open, (text, source) => Answer.Of(text, source))),
        new SingleFact(ApiVersion, host => Ask(host, answer => answer.ApiVersion, (version, source) => Answer.Of(version, source))),
        new SingleFact(CreateVm, host => Ask(host, answer => answer.CreateVm, (text, source) => Answer.Of(text, source))),
        new SingleFact(CreateVcpu, host => Ask(host, answer => answer.CreateVcpu, (text, source) => Answer.Of(text, source))),
        new SingleFact(TunOpen, LookAtTun));

    /// <summary>One answer of the device; absent without a device node or a driver behind it, unknown on a host that does not run.</summary>
    internal static Observation Ask<T>(Host host, Func<KvmAnswer, Reading<T>> question, Func<T, string, Observation> answer)
    {
        if (IsWithoutDevice(host))
        {
            return new Absent(Node);
        }

        var answers = host.AskKvm();
        return question(answers) switch
        {
            not Got<T> when answers.Open.Content is "ENODEV" or "ENXIO" => new Absent(Node),
            var reading => reading.Observe(answer),
        };
    }

    // What a captured root shows in the place of the node was there before it was copied.
    private static bool IsWithoutDevice(Host host) => host.Root.Entry(Node) switch
    {
        Missing<HostEntry> => KvmNode.HasAllNodes(host),
        Got<HostEntry> entry => entry.Value.Kind != HostEntryKind.CharacterDevice,
        _ => false,
    };

    private static Observation LookAtTun(Host host)
    {
        return host.OpenDevice(Tun) switch
        {
            Missing<string> => new Absent(Tun),
            var reading => reading.Observe((text, source) => Answer.Of(text, source)),
        };
    }

    private static FactDescription Describe(string path, FactType type, string describe) =>
        FactDescription.Of(path, type, $"{describe} Unknown for a captured host with a node and where the probe is switched off.", Node, "dev/null", MiscDevices.List);
}
