using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Which processors a host has.</summary>
internal static class CpuModel
{
    private const string ArmImplementer = "CPU implementer";

    /// <summary>What the kernel prints where the processor does not say it.</summary>
    private const string Nameless = "unknown";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-model",
        Fact("vendor", "Who made the processors, such as `GenuineIntel`, `AuthenticAMD` or `ARM`.", Vendors),
        Fact("model_name", "The processors' name; a host with several kinds of cores has theirs joined by ` + `. Hypervisors make up names.", Names, isJoined: true),
        Fact("family", "The vendor's family: of x86 a decimal number, of RISC-V the marchid register.", info => First(info, FamilyKey(info.Family), "family")),
        Fact("model", "The vendor's model: of x86 a decimal number, of ARM the revision, of POWER the revision register.", Models),
        Fact("stepping", "The vendor's stepping: of x86 a decimal number, of ARM such as `r1p1`.", Steppings),
        Fact("microcode", "The revision of the microcode of x86 processors, such as `0xa6`. Virtual machines have a made-up one or none.", Microcodes));

    private static SingleFact Fact(string name, string describe, Func<CpuInfo, IEnumerable<string>> values, bool isJoined = false) => new(
        FactDescription.Of($"cpu.{name}", new StringType(), $"{describe} Never absent.", CpuInfo.File),
        host => CpuInfo.Of(host).Observe((info, source) => values(info).Distinct().ToArray() switch
        {
            [] when info.Family is not (CpuFamily.X86 or CpuFamily.Other) => new Unknown(UnknownCause.Unsupported, $"{source}: not said for {info.Family} processors"),
            var all => Agreed(all, isJoined, source),
        }));

    private static Observation Agreed(string[] values, bool isJoined, string source) => values switch
    {
        _ when values.Length == 0 || Array.Exists(values, value => value.Length == 0 || value == Nameless) => new Unknown(UnknownCause.MissingSource, $"{source}: not said"),
        [var value] => Answer.Of(value, source),
        _ when isJoined => Answer.Of(string.Join(" + ", values), source),
        _ => new Unknown(UnknownCause.Unsupported, $"{source}: the processors differ: {string.Join(", ", values)}"),
    };

    private static IEnumerable<string> Vendors(CpuInfo info) => info.Family switch
    {
        CpuFamily.Arm => info.All(ArmImplementer).Select(number => ArmNames.Implementer(number) ?? number),
        CpuFamily.RiscV => info.All("mvendorid"),
        CpuFamily.Power or CpuFamily.LoongArch => [],
        _ => First(info, "vendor_id", "vendor"),
    };

    private static IEnumerable<string> Names(CpuInfo info) => info.Family switch
    {
        CpuFamily.Arm => info.All(ArmImplementer).Zip(info.All("CPU part"), (maker, part) => ArmNames.Core(maker, part) ?? string.Empty),
        CpuFamily.RiscV => info.All("uarch"),
        CpuFamily.Power => info.All("cpu"),
        CpuFamily.LoongArch => info.All("Model Name"),
        CpuFamily.Other => First(info, "model name", "cpu", "cpu model", "cpu type"),
        _ => info.All("model name"),
    };

    // The keys of Itanium, SPARC, Alpha, PA-RISC, MIPS and SuperH.
    private static IReadOnlyList<string> First(CpuInfo info, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (info.All(key) is { Count: > 0 } values)
            {
                return values;
            }
        }

        return [];
    }

    private static string FamilyKey(CpuFamily family) => family switch
    {
        CpuFamily.X86 or CpuFamily.Other => "cpu family",
        CpuFamily.RiscV => "marchid",
        CpuFamily.LoongArch => "CPU Family",
        _ => string.Empty,
    };

    private static IReadOnlyList<string> Models(CpuInfo info) =>
        info.Family == CpuFamily.Other ? First(info, "cpu model", "model") : info.All(ModelKey(info.Family));

    // The key "model" of POWER names the machine.
    private static string ModelKey(CpuFamily family) => family switch
    {
        CpuFamily.X86 => "model",
        CpuFamily.Arm => "CPU revision",
        CpuFamily.Power => "revision",
        CpuFamily.RiscV => "mimpid",
        CpuFamily.LoongArch => "CPU Revision",
        _ => string.Empty,
    };

    private static IEnumerable<string> Steppings(CpuInfo info) => info.Family switch
    {
        CpuFamily.X86 => info.All("stepping"),
        CpuFamily.Arm => info.All("CPU variant").Zip(info.All("CPU revision"), (variant, revision) => ArmNames.TryHex(variant, out var number) ? $"r{number}p{revision}" : string.Empty),
        _ => [],
    };

    private static IReadOnlyList<string> Microcodes(CpuInfo info) => info.Family == CpuFamily.X86 ? info.All("microcode") : [];
}
