using Policy.Collection.Sources.Iommu.Log;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Whether the processor itself can run virtual machines, and whether the firmware keeps it from that.</summary>
internal static class CpuVirtualization
{
    private const uint Features = 1;
    private const uint ExtendedFeatures = 0x80000001;
    private const uint Vmx = 1 << 5;
    private const uint Svm = 1 << 2;

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
        "The processor could run virtual machines, but firmware or kernel have switched that off. Never absent.",
        "var/log/dmesg",
        CpuInfo.File,
        "cpuid");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-virtualization",
        new SingleFact(Extension, LookAtExtension),
        new SingleFact(Disabled, LookAtDisabled));

    private static Observation LookAtExtension(Host host) => (host.Cpuid(Features), host.Cpuid(ExtendedFeatures)) switch
    {
        (Got<CpuidRegisters> basic, _) when (basic.Value.Ecx & Vmx) != 0 => Answer.Of("vmx", basic.Source),
        (_, Got<CpuidRegisters> extended) when (extended.Value.Ecx & Svm) != 0 => Answer.Of("svm", extended.Source),
        (not Failed<CpuidRegisters>, not Failed<CpuidRegisters>) => new Absent("cpuid"),
        (Failed<CpuidRegisters> failed, _) => failed.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        (_, var failed) => failed.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    // Kernels before 5.6 show the flag although the firmware forbids its use, and only KVM says so.
    private static Observation LookAtDisabled(Host host) => host.KernelLog() switch
    {
        Got<string[]> log when Array.Exists(log.Value, IsComplaint) => Answer.Of(true, log.Source),
        _ => CpuFlags.X86(host) switch
        {
            Got<IReadOnlySet<string>> flags => Compare(flags, LookAtExtension(host)),
            var reading => LookAtExtension(host) is Absent no ? Answer.Of(false, no.Source) : reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        },
    };

    private static Observation Compare(Got<IReadOnlySet<string>> flags, Observation extension) => (CpuFlags.Extension(flags.Value), extension) switch
    {
        (not null, _) => Answer.Of(false, flags.Source),
        (_, Absent no) => Answer.Of(false, no.Source),
        (_, Present) => Answer.Of(true, flags.Source),
        _ => extension,
    };

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
