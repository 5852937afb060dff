using Policy.Collection.Sources.Identity.Os;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Collection.Sources.Kernel;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Whether the processor itself can run virtual machines, and whether the firmware keeps it from that.</summary>
internal static class CpuVirtualization
{
    private const uint Features = 1;
    private const uint ExtendedFeatures = 0x80000001;
    private const uint Vmx = 1 << 5;
    private const uint Svm = 1 << 2;

    // The backend of KVM that needs no extension.
    private const string SoftwareBackend = "sys/module/kvm_pvm";

    // Of Linux 5.6 and newer, then of KVM: newer, 6.4, and the oldest.
    private static readonly string[] Complaints =
    [
        "x86/cpu: VMX (outside TXT) disabled by BIOS",
        "x86/cpu: VMX (inside TXT) disabled by BIOS",
        "kvm_intel: VMX not enabled (by BIOS)",
        "kvm_amd: SVM disabled (by BIOS)",
        "SVM disabled (by BIOS)",
        "kvm: support for 'kvm_intel' disabled by bios",
        "kvm: support for 'kvm_amd' disabled by bios",
        "kvm: disabled by bios",
    ];

    private static readonly FactDescription Extension = FactDescription.Of(
        "cpu.cpuid_virtualization",
        new StringType(["vmx", "svm"]),
        "By which extension the processor says that it can run virtual machines, whatever firmware and kernel allow. Absent if it says that it cannot.",
        "cpuid",
        ".policy/cpuid");

    private static readonly FactDescription Disabled = FactDescription.Of(
        "cpu.virtualization_disabled",
        new BooleanType(),
        "The processor could run virtual machines, but firmware or kernel have switched that off. Absent: the processor, or the hypervisor that shows it, "
            + "does not say that it could. Unknown where a kernel before 5.6 (VT-x) or 6.7 (AMD-V), which shows the flag all the same, has not loaded KVM.",
        [
            .. KernelMessage.Sources, CpuInfo.File, "cpuid", ".policy/cpuid", MiscDevices.List, $"{MiscDevices.Class}/kvm/dev", SoftwareBackend,
            .. KernelNames.ReleaseSources,
        ]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-virtualization",
        new SingleFact(Extension, OfInstruction),
        new SingleFact(Disabled, LookAtDisabled));

    /// <summary>By which extension the processor itself says that it can run virtual machines.</summary>
    internal static Observation OfInstruction(Host host) => (host.Cpuid(Features), host.Cpuid(ExtendedFeatures)) switch
    {
        (Got<CpuidRegisters> basic, _) when (basic.Value.Ecx & Vmx) != 0 => Answer.Of("vmx", basic.Source),
        (_, Got<CpuidRegisters> extended) when (extended.Value.Ecx & Svm) != 0 => Answer.Of("svm", extended.Source),
        (not Failed<CpuidRegisters>, not Failed<CpuidRegisters>) => new Absent("cpuid"),
        (Failed<CpuidRegisters> failed, _) => failed.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        (_, var failed) => failed.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    private static Observation LookAtDisabled(Host host) => host.KernelLog() switch
    {
        Got<string[]> log when Array.Exists(log.Value, IsComplaint) => Answer.Of(true, log.Source),
        _ => CpuFlags.X86(host) switch
        {
            Got<IReadOnlySet<string>> flags => Compare(host, flags),
            var reading => OfInstruction(host) is Absent none ? none : reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        },
    };

    private static Observation Compare(Host host, Got<IReadOnlySet<string>> flags) => (CpuFlags.Extension(flags.Value), OfInstruction(host)) switch
    {
        ({ } name, _) when IsFlagTrue(host, name) => Answer.Of(false, flags.Source),
        (not null, _) => new Unknown(UnknownCause.MissingSource, $"{flags.Source}: this kernel shows the flag in any case"),
        (null, Present) => Answer.Of(true, flags.Source),
        (null, var other) => other,
    };

    // Newer kernels take away the flag of what firmware forbids; of older ones only KVM, which does not start then, tells.
    private static bool IsFlagTrue(Host host, string name) =>
        (name == "vmx" ? CpuInfo.Of(host).Content!.All("vmx flags").Count > 0 || KernelAge.IsAtLeast(host, 5, 6) : KernelAge.IsAtLeast(host, 6, 7))
        || (MiscDevices.Minor(host, "kvm") is Got<int> && host.Root.Entry(SoftwareBackend) is not Got<HostEntry>);

    private static bool IsComplaint(string line)
    {
        foreach (var complaint in Complaints)
        {
            if (KernelMessage.Text(line).StartsWith(complaint, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
