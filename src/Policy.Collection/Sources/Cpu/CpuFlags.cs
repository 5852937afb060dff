using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>What the processors can do, as the kernel lists it.</summary>
internal static class CpuFlags
{
    private const string VmxKey = "vmx flags";

    private static readonly FactDescription Flags = FactDescription.Of(
        "cpu.flags",
        new ListType(new StringType()),
        "What all processors can do, such as `vmx` or `asimd`; of RISC-V the width and every extension on its own. Never absent.",
        CpuInfo.File);

    private static readonly FactDescription Vmx = FactDescription.Of(
        "cpu.vmx_flags",
        new ListType(new StringType()),
        "What VT-x can do on all processors, such as `ept`. Absent if they are readable and no processor has VT-x; kernels before 5.6 do not list it.",
        CpuInfo.File);

    private static readonly FactDescription Uniform = FactDescription.Of(
        "cpu.flags_uniform",
        new BooleanType(),
        "All processors can do the same; otherwise `cpu.flags` holds what they have in common. Never absent.",
        CpuInfo.File);

    private static readonly FactDescription Virtualization = FactDescription.Of(
        "cpu.virtualization",
        new StringType(["vmx", "svm"]),
        "The flag by which x86 processors say that they can run virtual machines. Absent if the flags are readable and hold neither.",
        CpuInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-flags",
        new SingleFact(Flags, host => Sets(host).Observe((sets, source) => Answer.Of(Common(sets), source))),
        new SingleFact(Vmx, LookAtVmx),
        new SingleFact(Uniform, host => Sets(host).Observe((sets, source) => Answer.Of(AreEqual(sets), source))),
        new SingleFact(Virtualization, LookAtVirtualization));

    /// <summary>What all processors can do; failed with <c>unsupported</c> where the architecture does not list it.</summary>
    internal static Reading<IReadOnlySet<string>> Of(Host host) =>
        Sets(host).Then<IReadOnlySet<string>>(sets => Common(sets).ToHashSet(StringComparer.Ordinal));

    /// <summary>What all processors of an x86 host can do; failed with <c>unsupported</c> on others.</summary>
    internal static Reading<IReadOnlySet<string>> X86(Host host) => CpuInfo.Of(host) switch
    {
        Got<CpuInfo> { Value.Family: not (CpuFamily.X86 or CpuFamily.Other) } other => Unsupported<IReadOnlySet<string>>(other.Value.Family),
        _ => Of(host),
    };

    /// <summary>Which of the two flags is there, or null.</summary>
    internal static string? Extension(IReadOnlySet<string> flags) => flags.Contains("vmx") ? "vmx" : flags.Contains("svm") ? "svm" : null;

    private static Reading<string[][]> Sets(Host host) => host.Memory.Once("cpu-flags", () => CpuInfo.Of(host) switch
    {
        Got<CpuInfo> { Value.Family: CpuFamily.Other } => new Failed<string[][]>(UnknownCause.MissingSource, CpuInfo.File, "no line of flags"),
        Got<CpuInfo> info => CpuFamilies.FlagsKey(info.Value.Family) is { } key ? Sets(info, key) : Unsupported<string[][]>(info.Value.Family),
        var reading => reading.Then<string[][]>(_ => []),
    });

    private static Reading<string[][]> Sets(Got<CpuInfo> info, string key) => info.Value.IsWhole(key)
        ? new Got<string[][]>([.. info.Value.All(key).Distinct().Select(text => Split(info.Value.Family, text))], info.Source)
        : new Failed<string[][]>(UnknownCause.MissingSource, info.Source, $"not every processor has the line `{key}`");

    private static Failed<T> Unsupported<T>(CpuFamily family) => new(UnknownCause.Unsupported, CpuInfo.File, $"not said for {family} processors");

    private static string[] Split(CpuFamily family, string text) => family == CpuFamily.RiscV ? RiscVIsa.Split(text) : Words(text);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string[] Common(string[][] sets)
    {
        var others = Array.ConvertAll(sets[1..], set => set.ToHashSet(StringComparer.Ordinal));
        return [.. sets[0].Distinct().Where(flag => Array.TrueForAll(others, set => set.Contains(flag)))];
    }

    private static bool AreEqual(string[][] sets) => Array.TrueForAll(sets, set => set.ToHashSet(StringComparer.Ordinal).SetEquals(sets[0]));

    private static Observation LookAtVmx(Host host) => X86(host).Observe((flags, source) => CpuInfo.Of(host).Content!.All(VmxKey) switch
    {
        { Count: > 0 } lines when CpuInfo.Of(host).Content!.IsWhole(VmxKey) => Answer.Of(Common([.. lines.Distinct().Select(Words)]), source),
        _ when !flags.Contains("vmx") => new Absent(source),
        _ => new Unknown(UnknownCause.MissingSource, $"{source}: not every processor has the line `{VmxKey}`"),
    });

    private static Observation LookAtVirtualization(Host host) =>
        X86(host).Observe((flags, source) => Extension(flags) is { } name ? Answer.Of(name, source) : new Absent(source));
}
