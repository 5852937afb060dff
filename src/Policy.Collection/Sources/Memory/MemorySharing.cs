using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>How the kernel joins pages: <c>Documentation/admin-guide/mm/transhuge.rst</c>, <c>ksm.rst</c>.</summary>
internal static class MemorySharing
{
    private const string Kernel = "sys/kernel/mm";
    private const string HugeFile = $"{Kernel}/transparent_hugepage/enabled";
    private const string DefragFile = $"{Kernel}/transparent_hugepage/defrag";
    private const string MergeFile = $"{Kernel}/ksm/run";

    private static readonly FactDescription Huge = FactDescription.Of(
        "memory.transparent_hugepages",
        new StringType(),
        "When programs get huge pages without asking for them: `always`, `madvise` or `never`. Absent if the kernel cannot do it.",
        HugeFile,
        Kernel);

    private static readonly FactDescription Defrag = FactDescription.Of(
        "memory.transparent_hugepages_defrag",
        new StringType(),
        "What programs do for a huge page that is not free at once: `always` wait, `defer`, `defer+madvise`, `madvise` or `never`. Absent if the kernel has none.",
        DefragFile,
        Kernel);

    private static readonly FactDescription Merge = FactDescription.Of(
        "memory.ksm",
        new BooleanType(),
        "The kernel looks for equal pages, such as those of virtual machines, and keeps one of them. Absent if it cannot do it.",
        MergeFile,
        Kernel);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "memory-sharing",
        new SingleFact(Huge, host => Look(host, HugeFile, "transparent_hugepage", Chosen)),
        new SingleFact(Defrag, host => Look(host, DefragFile, "transparent_hugepage", Chosen)),
        new SingleFact(Merge, host => Look(host, MergeFile, "ksm", IsOn)));

    private static Observation Look(Host host, string file, string feature, Func<string, string, Observation> answer) => host.Root.Value(file) switch
    {
        Missing<string> when host.IsComplete && host.Root.Names(Kernel) is Got<string[]> names && !names.Value.Contains(feature) => new Absent(Kernel),
        var text => text.Observe(answer),
    };

    // always [madvise] never
    private static Observation Chosen(string text, string source)
    {
        var (start, end) = (text.IndexOf('[', StringComparison.Ordinal), text.IndexOf(']', StringComparison.Ordinal));
        return start >= 0 && end > start + 1 ? Answer.Of(text[(start + 1)..end], source) : new Unknown(UnknownCause.Malformed, source);
    }

    // 2 means that the kernel has taken apart what it had joined.
    private static Observation IsOn(string text, string source) => text switch
    {
        "1" => Answer.Of(true, source),
        "0" or "2" => Answer.Of(false, source),
        _ => new Unknown(UnknownCause.Malformed, source),
    };
}
