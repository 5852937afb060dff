using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>What the kernel said about virtualization.</summary>
internal static class KernelLogSource
{
    private const int MostLines = 200;

    /// <summary>How many lines older processors' early microcode messages take before the kernel names itself.</summary>
    private const int FirstLines = 16;

    private static readonly string[] Topics =
        ["DMAR", "AMD-Vi", "kvm", "Hypervisor detected", "VMX", "SVM", "x2apic", "HYP mode", "VHE mode", "disabled by BIOS"];

    // They repeat what the administrator wrote, not what the kernel found.
    private static readonly string[] Echoes = ["Command line:", "Kernel command line:"];

    private static readonly FactDescription Log = new(
        FactPath.Parse("kernel.log"),
        new ListType(new StringType()),
        $"The first {MostLines} lines of the kernel's log that contain one of: {string.Join(", ", Topics)}. "
        + "That a line is missing proves nothing unless kernel.log_complete is true.",
        ["syslog(2)", "var/log/dmesg"],
        FactPrivilege.Root);

    private static readonly FactDescription Completeness = new(
        FactPath.Parse("kernel.log_complete"),
        new BooleanType(),
        "Whether the log begins with the start of the kernel; false: the beginning has been overwritten, or cannot be proven.",
        ["syslog(2)", "var/log/dmesg"],
        FactPrivilege.Root);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "kernel-log",
        new SingleFact(Log, host => host.KernelLog().Observe((lines, source) => Answer.Of(Interesting(lines), source))),
        new SingleFact(Completeness, host => host.KernelLog().Observe((lines, source) => Answer.Of(BeginsAtStart(lines), source))));

    private static IEnumerable<string> Interesting(string[] lines) =>
        lines.Where(line => Array.Exists(Topics, line.Contains) && !Array.Exists(Echoes, line.Contains)).Take(MostLines);

    private static bool BeginsAtStart(string[] lines) => lines.Take(FirstLines).TakeWhile(IsFirstInstant).Any(line =>
        line.Contains("Linux version", StringComparison.Ordinal) || line.Contains("Booting Linux", StringComparison.Ordinal));

    // [    0.000000]
    private static bool IsFirstInstant(string line) => line.StartsWith('[') && line.AsSpan(1).TrimStart(' ').StartsWith("0.000000]", StringComparison.Ordinal);
}
