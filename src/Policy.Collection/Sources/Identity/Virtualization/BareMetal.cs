using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Identity.Dmi;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Decides that there is no hypervisor, never from silence.</summary>
internal static class BareMetal
{
    /// <summary>Whether the firmware or the device tree describes a computer and nothing speaks of a hypervisor that has the kernel as a guest.</summary>
    internal static bool IsProven(Host host) => Source(host) is not null && HypervisorSigns.Of(host) switch
    {
        [] => !IsBitUnseen(host),
        var signs => signs.All(sign => sign.IsGuest == false),
    };

    /// <summary>What proves it, or would without a hypervisor's sign; null if nothing does.</summary>
    internal static string? Source(Host host) => (DmiText.Of(host), DeviceTree.Of(host)) switch
    {
        (Got<DmiText> got, _) when NamesMachine(got.Value) => got.Source,
        (_, Got<DeviceTree> { Value.IsBare: true } tree) => tree.Source,
        _ => null,
    };

    /// <summary>Why it is not known.</summary>
    internal static Observation Reason(Host host) => IsBitUnseen(host) && Source(host) is not null
        ? new Unknown(UnknownCause.MissingSource, $"{CpuInfo.File}: whether a hypervisor runs")
        : HypervisorSigns.Of(host).FirstOrDefault(sign => sign.IsGuest is null) is { } sign
            ? new Unknown(UnknownCause.MissingSource, $"{sign.Source}: whether it controls the hypervisor")
            : DmiText.Of(host).Observe((_, source) => new Unknown(UnknownCause.MissingSource, source));

    // The file of an old kernel, or a part of the file, does not say what the processors would.
    private static bool IsBitUnseen(Host host) => CpuInfo.Of(host).Content is { Family: CpuFamily.X86 } && HypervisorSignature.Bit(host) is not Got<bool>;

    private static bool NamesMachine(DmiText text) => text["sys_vendor"].Length > 0 || text["product_name"].Length > 0 || text["board_vendor"].Length > 0;
}
