using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>From which clock the kernel takes the time: <c>Documentation/ABI/testing/sysfs-devices-system-clocksource</c> of the kernel.</summary>
internal static class ClockSource
{
    private const string Folder = "sys/devices/system/clocksource/clocksource0";
    private const string Current = $"{Folder}/current_clocksource";
    private const string Available = $"{Folder}/available_clocksource";

    private static readonly FactDescription Used = FactDescription.Of(
        "kernel.clock_source",
        new StringType(),
        "The clock from which the kernel takes the time, such as `tsc`, `kvm-clock` or `hyperv_clocksource_tsc_page`. Never absent.",
        Current);

    private static readonly FactDescription Known = FactDescription.Of(
        "kernel.clock_sources",
        new ListType(new StringType()),
        "The clocks from which it could take it, the best first. Never absent.",
        Available);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "clock-source",
        new SingleFact(Used, host => host.Root.Value(Current).Observe((text, source) =>
            text.Length > 0 ? Answer.Of(text, source) : new Unknown(UnknownCause.Malformed, source))),
        new SingleFact(Known, host => host.Root.Value(Available).Observe((text, source) =>
            Answer.Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), source))));
}
