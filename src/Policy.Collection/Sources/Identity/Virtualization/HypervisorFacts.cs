using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Identity.Containers;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Which hypervisor runs below the kernel.</summary>
internal static class HypervisorFacts
{
    private static readonly string[] Registers = ["cpuid", ".policy/cpuid", CpuInfo.File];

    private static readonly FactDescription Vendor = FactDescription.Of(
        "virtualization.hypervisor_vendor",
        new StringType(),
        "The hypervisor below the kernel, or the one that it controls, as lscpu names it: `KVM`, `Xen`, `Microsoft`, `VMware`, ... "
        + "Absent: the machine is known to have none.",
        HypervisorSigns.Sources);

    private static readonly FactDescription Type = FactDescription.Of(
        "virtualization.type",
        new StringType([HypervisorSign.Full, HypervisorSign.Para, HypervisorSign.Container]),
        "How the machine is virtualized: `full` by hardware, `para` by calls, `container` by namespaces on a machine that shows no hypervisor. "
        + "Absent: bare metal, or the system that controls the hypervisor.",
        [.. HypervisorSigns.Sources, .. ContainerView.Sources]);

    private static readonly FactDescription Bit = FactDescription.Of(
        "virtualization.hypervisor_bit",
        new BooleanType(),
        "Whether x86 processors say that a hypervisor runs: CPUID leaf 1, ECX bit 31, or the flag `hypervisor`. Hypervisors may hide it. Never absent.",
        Registers);

    private static readonly FactDescription Signature = FactDescription.Of(
        "virtualization.signature",
        new StringType(),
        "How the hypervisor signs in the CPUID leaves from 40000000, such as `KVMKVMKVM`; of several the one behind Microsoft's interface. Absent: none signs.",
        Registers);

    private static readonly FactDescription Root = FactDescription.Of(
        "virtualization.hyperv_root",
        new BooleanType(),
        "The system is the root partition of Hyper-V: it runs on the bare machine, although processors say that a hypervisor runs. Never absent.",
        Registers);

    private static readonly FactDescription Subsystem = FactDescription.Of(
        "virtualization.wsl",
        new NumberType(),
        "The version of the Windows Subsystem for Linux. Absent: the kernel is none of its kernels.",
        [.. Os.KernelNames.ReleaseSources, .. Kernel.MountTable.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "hypervisor",
        new SingleFact(Vendor, LookAtVendor),
        new SingleFact(Type, LookAtType),
        new SingleFact(Bit, host => HypervisorSignature.Bit(host).Observe((value, source) => Answer.Of(value, source))),
        new SingleFact(Signature, LookAtSignature),
        new SingleFact(Root, host => HypervisorSignature.IsRoot(host).Observe((value, source) => Answer.Of(value, source))),
        XenDomain.Fact,
        new SingleFact(Subsystem, LookAtSubsystem));

    private static Observation LookAtVendor(Host host) => HypervisorSigns.Of(host) switch
    {
        [{ Vendor: { } vendor } sign, ..] => Answer.Of(vendor, sign.Source),
        [{ Source: var source }, ..] => Nameless(source),
        _ when BareMetal.IsProven(host) => new Absent(BareMetal.Source(host)!),
        _ => BareMetal.Reason(host),
    };

    private static Unknown Nameless(string source) => new(UnknownCause.Unsupported, $"{source}: a hypervisor that is not known by name");

    private static Observation LookAtType(Host host)
    {
        var container = ContainerView.Of(host);
        return HypervisorSigns.Of(host) switch
        {
            [{ IsGuest: null }, ..] => BareMetal.Reason(host),
            [{ IsGuest: true, Type: null, Source: var place }, ..] => Nameless(place),
            [{ Type: { } type } sign, ..] => Answer.Of(type, sign.Source),
            _ when container.IsContainer == true => Answer.Of(HypervisorSign.Container, container.Source),
            [{ Source: var source }, ..] => new Absent(source),
            _ when BareMetal.IsProven(host) => new Absent(BareMetal.Source(host)!),
            _ => BareMetal.Reason(host),
        };
    }

    private static Observation LookAtSignature(Host host) => HypervisorSignature.Text(host) switch
    {
        Missing<string> none => new Absent(none.Source),
        var text => text.Observe((value, source) => Answer.Of(value, source)),
    };

    private static Observation LookAtSubsystem(Host host) => Os.KernelNames.Release(host).Observe((_, source) =>
        WindowsSubsystem.Version(host) is { } version ? Answer.Of(version, source) : new Absent(source));
}
