using Policy.Collection.Sources.Identity.Os;
using Policy.Collection.Sources.Kernel;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Whether x86 processors translate the addresses of guests themselves: second-level address translation.</summary>
internal static class CpuPaging
{
    private const string IntelParameter = "sys/module/kvm_intel/parameters/ept";
    private const string AmdParameter = "sys/module/kvm_amd/parameters/npt";

    private static readonly FactDescription Paging = FactDescription.Of(
        "cpu.slat",
        new BooleanType(),
        "KVM lets the processors translate the addresses of guests themselves, by Intel's EPT or AMD's NPT; otherwise memory is many times slower. "
            + "Absent: the kernel sees neither VT-x nor AMD-V. Unknown while KVM's part for the processor is not loaded.",
        [IntelParameter, AmdParameter, CpuInfo.File, .. KernelNames.ReleaseSources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("cpu-paging", new SingleFact(Paging, Look));

    private static Observation Look(Host host) => CpuFlags.X86(host).Observe((flags, source) => CpuFlags.Extension(flags) switch
    {
        null => new Absent(source),
        "vmx" => Parameter(host, IntelParameter, LacksTables(host, flags)),
        _ => Parameter(host, AmdParameter, !flags.Contains("npt") && KernelAge.IsAtLeast(host, 3, 0)),
    });

    // KVM takes the parameter back where the processor cannot. Kernels of the time before 3.0 do not list npt.
    private static Observation Parameter(Host host, string path, bool isImpossible) => ModuleParameter.Truth(host.Root, path) switch
    {
        Missing<bool> when isImpossible => Answer.Of(false, CpuInfo.File),
        var reading => reading.Observe(Answer.Of),
    };

    private static bool LacksTables(Host host, IReadOnlySet<string> flags) =>
        !flags.Contains("ept") && CpuInfo.Of(host).Content!.All("vmx flags") is { Count: > 0 } lines && !lines.Any(line => line.Split(' ').Contains("ept"));
}
