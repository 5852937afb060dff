using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>What KVM says it can: KVM_CHECK_EXTENSION, <c>Documentation/virt/kvm/api.rst</c>.</summary>
internal static class KvmCapabilities
{
    /// <summary>The numbers of <c>include/uapi/linux/kvm.h</c>, KVM_CAP_*.</summary>
    private static readonly (string Name, int Number)[] Asked =
    [
        ("arm_vm_ipa_size", 165),
        ("irqchip", 0),
        ("max_vcpus", 66),
        ("nested_state", 157),
        ("nr_vcpus", 9),
        ("user_memory", 3),
    ];

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new KeyedFact(
        FactDescription.Of(
            "kvm.capability(*)",
            new MapType("name", new NumberType()),
            "What KVM answers about a capability: `nr_vcpus`, `max_vcpus`, `irqchip`, `user_memory`, `nested_state`, `arm_vm_ipa_size`. Absent "
                + "if it has none of it or there is no /dev/kvm.",
            KvmProbe.Node,
            "dev/null",
            MiscDevices.List),
        Look).Source("kvm-capabilities");

    private static Observation Look(Host host) => KvmProbe.Ask(host, answer => answer.ApiVersion, (_, source) => new Present(new MapValue(Entries(host.AskKvm()), IsComplete: false), source));

    private static FactMap Entries(KvmAnswer answer) =>
        new(Asked.Select(capability => KeyValuePair.Create(capability.Name, answer.Extensions(capability.Number).Observe((value, _) => value > 0 ? Answer.Of(value) : new Absent()))));
}
