using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Confidential;

/// <summary>Intel's guests with encrypted memory, trust domains, on the host's side: <c>Documentation/arch/x86/tdx.rst</c>.</summary>
internal static class TdxFacts
{
    private const string Parameter = "sys/module/kvm_intel/parameters/tdx";
    private const string Key = "tdx";
    private const string Flag = "tdx_host_platform";
    private const string FirmwareMessage = "virt/tdx: BIOS enabled";

    private static readonly FactDescription Platform = FactDescription.Of(
        "tdx.platform",
        new BooleanType(),
        "The firmware has set keys of the processor aside for guests. Never absent; unknown of Intel's processors whose kernel does not say it.",
        [CpuInfo.File, .. KernelMessage.Sources]);

    private static readonly FactDescription Enabled = FactDescription.Of(
        "tdx.enabled",
        new BooleanType(),
        "KVM offers TDX to guests. Never absent; unknown while KVM's part for Intel is not loaded.",
        Parameter,
        CpuInfo.File);

    private static readonly FactDescription Keys = FactDescription.Of(
        "tdx.keys",
        new NumberType(),
        "How many keys the kernel has for guests, one each. Never absent; 0 where there is none.",
        MiscCapacity.File,
        MiscCapacity.OlderFile,
        CpuInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "tdx",
        new SingleFact(Platform, LookAtPlatform),
        new SingleFact(Enabled, host => OrNone(host, ModuleParameter.Truth(host.Root, Parameter), Answer.Of(false, CpuInfo.File), Answer.Of)),
        new SingleFact(Keys, host => OrNone(host, MiscCapacity.Of(host, Key), Answer.Of(0, CpuInfo.File), Answer.Of)));

    private static Observation LookAtPlatform(Host host) => (CpuFlags.X86(host), host.KernelLog()) switch
    {
        (Got<IReadOnlySet<string>> flags, _) when flags.Value.Contains(Flag) => Answer.Of(true, flags.Source),
        (_, Got<string[]> log) when Array.Exists(log.Value, line => KernelMessage.Text(line).StartsWith(FirmwareMessage, StringComparison.Ordinal)) =>
            Answer.Of(true, log.Source),
        _ when CpuMakers.IsNoIntel(host) => Answer.Of(false, CpuInfo.File),
        var (flags, _) => flags.Observe((_, source) => new Unknown(UnknownCause.MissingSource, $"{source}: not said")),
    };

    private static Observation OrNone<T>(Host host, Reading<T> reading, Observation none, Func<T, string, Observation> answer) =>
        reading is Missing<T> && (CpuMakers.IsNoIntel(host) || LacksExtension(host)) ? none : reading.Observe(answer);

    // KVM's part for Intel needs VT-x.
    private static bool LacksExtension(Host host) => CpuFlags.X86(host) is Got<IReadOnlySet<string>> flags && !flags.Value.Contains("vmx");
}
