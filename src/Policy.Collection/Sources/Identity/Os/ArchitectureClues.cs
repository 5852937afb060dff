using System.Globalization;
using Policy.Collection.Sources.Cpu;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>What the form of <c>proc/cpuinfo</c> tells about the kernel that wrote it.</summary>
internal static class ArchitectureClues
{
    /// <summary>The architecture as <c>uname -m</c> spells it; null where kernels of several architectures could have written it.</summary>
    /// <param name="info">The file.</param>
    /// <param name="byteOrder">What <c>sys/kernel/cpu_byteorder</c> says, or null.</param>
    internal static string? Of(CpuInfo info, string? byteOrder) => info.Family switch
    {
        CpuFamily.X86 => X86(info),
        CpuFamily.Arm => Arm(info),
        CpuFamily.Power => Power(info, byteOrder),
        CpuFamily.Mainframe => Mainframe(info),
        CpuFamily.RiscV => RiscV(info),
        CpuFamily.LoongArch => info.All("ISA").All(isa => isa.Contains("loongarch64", StringComparison.Ordinal)) ? "loongarch64" : null,
        CpuFamily.Other => Other(info),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Of the line `wp` and its neighbours the kernel of 32 bits prints more, and both always print `wp`.
    private static string? X86(CpuInfo info)
    {
        var isWide = info.All("flags").Any(flags => flags.Split(' ').Contains("lm"));
        return (isWide, IsOld(info), Has(info, "wp")) switch
        {
            (true, false, true) => "x86_64",
            (_, true, _) or (false, _, true) => Narrow(info),
            _ => null,
        };
    }

    private static bool IsOld(CpuInfo info) => Has(info, "fdiv_bug") || Has(info, "f00f_bug");

    // i386 to i686: the generation of the processor, and no more than the sixth.
    private static string? Narrow(CpuInfo info) =>
        int.TryParse(First(info, "cpu family"), NumberStyles.None, CultureInfo.InvariantCulture, out var family) && family >= 3
            ? $"i{Math.Min(family, 6)}86"
            : null;

    // The kernel of 64 bits prints 8 or AArch64, that of 32 bits at most 7 and, in parentheses, the end of its own name: ARMv7 Processor rev 4 (v7l).
    private static string? Arm(CpuInfo info)
    {
        if (info.All("CPU architecture").Any(text => text is "8" or "AArch64"))
        {
            return "aarch64";
        }

        var name = info.All("model name").Concat(info.All("Processor")).FirstOrDefault(string.Empty);
        var open = name.LastIndexOf("(v", StringComparison.Ordinal);
        return open >= 0 && name.EndsWith(')') ? $"arm{name[(open + 1)..^1]}" : null;
    }

    private static string? Power(CpuInfo info, string? byteOrder) => (byteOrder, First(info, "cpu")) switch
    {
        ("little", ['P', 'O', 'W', 'E', 'R', ..]) => "ppc64le",
        ("big", ['P', 'O', 'W', 'E', 'R', ..]) => "ppc64",
        _ => null,
    };

    // The kernel of 31 bits was gone before the line of facilities came.
    private static string? Mainframe(CpuInfo info) => Has(info, "facilities") ? "s390x" : null;

    private static string? RiscV(CpuInfo info) => First(info, "isa") switch
    {
        ['r', 'v', '6', '4', ..] => "riscv64",
        ['r', 'v', '3', '2', ..] => "riscv32",
        _ => null,
    };

    private static string? Other(CpuInfo info) => (First(info, "arch"), First(info, "type")) switch
    {
        ("IA-64", _) => "ia64",
        (_, "sun4u" or "sun4v") => "sparc64",
        _ when First(info, "cpu") == "Alpha" => "alpha",
        _ => null,
    };

    private static string First(CpuInfo info, string key) => info.All(key) is [var first, ..] ? first : string.Empty;

    private static bool Has(CpuInfo info, string key) => info.All(key).Count > 0;
}
