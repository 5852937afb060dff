using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;
using Policy.Collection.Sources.Cpu;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>What the CPUID instruction says of a hypervisor.</summary>
internal static class HypervisorSignature
{
    /// <summary>How the only hypervisor signs that is also an interface of others and may have the machine below it as a guest.</summary>
    internal const string Microsoft = "Microsoft Hv";

    private const uint Features = 1;
    private const uint FirstLeaf = 0x40000000;
    private const uint PrivilegesLeaf = 0x40000003;
    private const uint LeafStep = 0x100;
    private const uint LastLeaf = 0x40000f00;
    private const uint CreatePartitions = 1;
    private const int HypervisorBit = 31;

    // Kernels before 2.6.29 do not list the flag; these keys and flags are younger than it.
    private static readonly string[] YoungerKeys = ["microcode", "bugs", "vmx flags"];
    private static readonly string[] YoungerFlags = ["aperfmperf", "epb", "erms", "fsgsbase", "rdrand", "smep", "xsaveopt"];

    private static readonly FrozenDictionary<string, KnownHypervisor> Known = new Dictionary<string, KnownHypervisor>(StringComparer.Ordinal)
    {
        ["XenVMMXenVMM"] = new("Xen", "xen"),
        ["KVMKVMKVM"] = new("KVM", "kvm"),
        ["Linux KVM Hv"] = new("KVM", "kvm"),
        [Microsoft] = new("Microsoft", "hyperv"),
        ["VMwareVMware"] = new("VMware", "vmware"),
        ["UnisysSpar64"] = new("Unisys s-Par", null),
        ["TCGTCGTCGTCG"] = new("QEMU", "qemu"),
        ["bhyve bhyve "] = new("bhyve", "bhyve"),
        ["OpenBSDVMM58"] = new("OpenBSD", "vmm"),
        ["LKVMLKVMLKVM"] = new("KVM", "lkvm"),
        ["VBoxVBoxVBox"] = new("Oracle", "virtualbox"),
        ["prl hyperv  "] = new("Parallels", "parallels"),
        [" lrpepyh  vr"] = new("Parallels", "parallels"),
        ["ACRNACRNACRN"] = new("ACRN", null),
        ["QNXQVMBSQG"] = new("QNX", null),
        ["SRESRESRESRE"] = new("SRE", null),
        ["Apple VZ"] = new("Apple", null),
        ["Jailhouse"] = new("Jailhouse", null),
        ["HAXMHAXMHAXM"] = new("HAXM", null),
        ["___ NVMM ___"] = new("NVMM", null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Who signs, if it is known; null if there is no signature or an unknown one.</summary>
    internal static KnownHypervisor? Hypervisor(Host host) => Text(host) is Got<string> got ? Known.GetValueOrDefault(got.Value) : null;

    /// <summary>Whether processors say that a hypervisor runs: the instruction, else the kernel that has executed it.</summary>
    internal static Reading<bool> Bit(Host host) => host.Cpuid(Features) switch
    {
        Got<CpuidRegisters> got => new Got<bool>((got.Value.Ecx >> HypervisorBit) != 0, got.Source),
        var reason when CpuFlags.X86(host) is Got<IReadOnlySet<string>> flags && (flags.Value.Contains("hypervisor") || KnowsTheFlag(host, flags.Value)) =>
            new Got<bool>(flags.Value.Contains("hypervisor"), flags.Source),
        var reason => reason.Then(_ => false),
    };

    /// <summary>The signature; missing if there is no hypervisor that signs.</summary>
    /// <remarks>Xen and KVM may show themselves as Microsoft's first and sign themselves at a higher leaf.</remarks>
    internal static Reading<string> Text(Host host) => host.Memory.Once("hypervisor-signature", () => Find(host));

    /// <summary>Whether the machine is the one that a hypervisor of Microsoft serves as its root partition: it controls the others.</summary>
    internal static Reading<bool> IsRoot(Host host) => Text(host) switch
    {
        Got<string> { Value: Microsoft } => host.Cpuid(PrivilegesLeaf).Then(registers => (registers.Ebx & CreatePartitions) != 0),
        Missing<string> none => new Got<bool>(false, none.Source),
        var text => text.Then(_ => false),
    };

    private static bool KnowsTheFlag(Host host, IReadOnlySet<string> flags) =>
        Array.Exists(YoungerFlags, flags.Contains) || (CpuInfo.Of(host).Content is { } info && Array.Exists(YoungerKeys, key => info.All(key).Count > 0));

    private static Reading<string> Find(Host host)
    {
        var bit = Bit(host);
        if (bit is Got<bool> { Value: false, Source: not CpuInfo.File } clear)
        {
            return new Missing<string>(clear.Source);
        }

        var first = host.Cpuid(FirstLeaf);
        var text = first.Then(Decode);
        if (text is not Got<string> got)
        {
            return text;
        }

        // Without a hypervisor the processor repeats registers of another leaf.
        var isSignature = Known.ContainsKey(got.Value) || (bit is Got<bool> { Value: true } && got.Value.Length > 0);
        return !isSignature ? new Missing<string>(got.Source) : got.Value == Microsoft ? Behind(host) ?? text : text;
    }

    private static Reading<string>? Behind(Host host)
    {
        for (var leaf = FirstLeaf + LeafStep; leaf <= LastLeaf; leaf += LeafStep)
        {
            if (host.Cpuid(leaf).Then(Decode) is Got<string> got && got.Value != Microsoft && Known.ContainsKey(got.Value))
            {
                return got;
            }
        }

        return null;
    }

    private static string Decode(CpuidRegisters registers)
    {
        Span<byte> bytes = stackalloc byte[3 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, registers.Ebx);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[sizeof(uint)..], registers.Ecx);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(2 * sizeof(uint))..], registers.Edx);
        return Encoding.Latin1.GetString(bytes).TrimEnd('\0');
    }
}

/// <summary>A hypervisor that is known by its signature.</summary>
/// <param name="Vendor">As lscpu(1) names it, or its own name.</param>
/// <param name="Word">As virt-what(1) names it; null if it does not know it.</param>
internal sealed record KnownHypervisor(string Vendor, string? Word);
