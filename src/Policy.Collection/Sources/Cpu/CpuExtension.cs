using Policy.Collection.Sources.Identity.Virtualization;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>By which extension the processors of each architecture run virtual machines.</summary>
internal static class CpuExtension
{
    private const string HypervisorLevel = "el2";
    private const string HypervisorState = "hv";

    // What ARM's kernels of 64 and of 32 bits say at their start.
    private static readonly string[] StartedAsHypervisor = ["CPU: All CPU(s) started at EL2", "CPU: All CPU(s) started in HYP mode"];
    private static readonly string[] StartedAsGuest = ["CPU: All CPU(s) started at EL1", "CPU: All CPU(s) started in SVC mode"];

    private static readonly FactDescription Extension = FactDescription.Of(
        "cpu.virtualization_extension",
        new StringType(["vmx", "svm", HypervisorLevel, "sie", HypervisorState, "h", "lvz"]),
        "By which extension the processors run virtual machines: x86 `vmx` or `svm`, ARM `el2`, IBM Z `sie`, POWER `hv`, RISC-V `h`, LoongArch `lvz`. "
            + "Firmware may have switched it off: `cpu.virtualization_disabled`. Absent: those that the kernel sees have none; what a hypervisor hides from "
            + "the system that controls it is unknown.",
        [.. HypervisorSigns.Sources, MiscDevices.List, $"{MiscDevices.Class}/kvm/dev", "sys/module", .. KernelMessage.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("cpu-extension", new SingleFact(Extension, Look));

    private static Observation Look(Host host) => CpuInfo.Of(host).Content?.Family switch
    {
        CpuFamily.Arm => OfArm(host),
        CpuFamily.Mainframe => OfFlag(host, "sie"),
        CpuFamily.RiscV => OfFlag(host, "h"),
        CpuFamily.LoongArch => OfFlag(host, "lvz"),
        CpuFamily.Power => OfPower(host),
        CpuFamily.X86 or CpuFamily.Other or null => OfX86(host),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Observation OfFlag(Host host, string flag) =>
        CpuFlags.Of(host).Observe((flags, source) => flags.Contains(flag) ? Answer.Of(flag, source) : new Absent(source));

    private static Observation OfX86(Host host) => CpuFlags.X86(host) switch
    {
        Got<IReadOnlySet<string>> flags when CpuFlags.Extension(flags.Value) is { } name => Answer.Of(name, flags.Source),
        _ => CpuVirtualization.OfInstruction(host) switch
        {
            Absent none when IsHidden(host) => new Unknown(UnknownCause.Unsupported, $"{none.Source}: a hypervisor that the system controls has it"),
            var answer => answer,
        },
    };

    private static bool IsHidden(Host host) =>
        HypervisorSignature.IsRoot(host) is Got<bool> { Value: true } || (XenDomain.Find(host) is not null && XenDomain.IsControl(host) != false);

    // ARM's flags never tell it.
    private static Observation OfArm(Host host) => (MiscDevices.Minor(host, "kvm"), host.KernelLog()) switch
    {
        (Got<int> minor, _) => Answer.Of(HypervisorLevel, minor.Source),
        (_, Got<string[]> log) when Says(log.Value, StartedAsHypervisor) => Answer.Of(HypervisorLevel, log.Source),
        (_, Got<string[]> log) when Says(log.Value, StartedAsGuest) => new Absent(log.Source),
        var (_, log) => log.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source)),
    };

    // In a partition kvm_hv runs guests by calls to the hypervisor, where that allows it.
    private static Observation OfPower(Host host) => true switch
    {
        _ when CpuInfo.Of(host).Content!.All("platform").Contains("PowerNV") => Answer.Of(HypervisorState, CpuInfo.File),
        _ when host.Root.Names("sys/module").Content?.Contains("kvm_hv") == true => Answer.Of(HypervisorState, "sys/module"),
        _ => new Unknown(UnknownCause.MissingSource, $"{CpuInfo.File}: whether the partition may run guests"),
    };

    private static bool Says(string[] log, string[] beginnings) =>
        Array.Exists(log, line => Array.Exists(beginnings, beginning => KernelMessage.Text(line).StartsWith(beginning, StringComparison.Ordinal)));
}
