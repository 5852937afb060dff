using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>The levels of the x86-64 psABI, for which distributions and images are built.</summary>
internal static class MicroarchitectureLevel
{
    // What each level asks for beyond the one before it, by the kernel's names: pni is SSE3, abm is LZCNT.
    private static readonly string[][] Levels =
    [
        ["lm", "cmov", "cx8", "fpu", "fxsr", "mmx", "sse", "sse2", "syscall"],
        ["cx16", "lahf_lm", "popcnt", "pni", "ssse3", "sse4_1", "sse4_2"],
        ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"],
        ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"],
    ];

    private static readonly FactDescription Level = FactDescription.Of(
        "cpu.microarchitecture_level",
        new NumberType(),
        "The highest level of x86-64 that all processors reach, 1 to 4. Absent if they are of 32 bits. Hypervisors can hide what the processor has.",
        CpuInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("cpu-level", new SingleFact(Level, Look));

    private static Observation Look(Host host) => CpuFlags.X86(host).Observe((flags, source) =>
        Levels.TakeWhile(level => Array.TrueForAll(level, flags.Contains)).Count() is > 0 and var level ? Answer.Of(level, source) : new Absent(source));
}
