using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>Switches that make an IOMMU look better than it is.</summary>
internal static class OverrideSource
{
    private const string CommandLine = "proc/cmdline";
    private const string GroupSplitter = "pcie_acs_override";

    private static readonly string[] Switches = ["vfio_iommu_type1.allow_unsafe_interrupts", "vfio.enable_unsafe_noiommu_mode"];

    private static readonly FactDescription Overrides = FactDescription.Of(
        "iommu.overrides",
        new ListType(new StringType()),
        "The switches of the kernel's command line that give away the isolation of devices: `pcie_acs_override=...`, "
            + "`vfio_iommu_type1.allow_unsafe_interrupts=1`, `vfio.enable_unsafe_noiommu_mode=1`. Options of modprobe.d are not among them.",
        CommandLine);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("iommu-overrides", new SingleFact(Overrides, Look));

    private static Observation Look(Host host) => host.Root.Value(CommandLine).Observe((line, source) => Answer.Of(Words(line).Where(IsOverride), source));

    // What stands behind -- belongs to the first process.
    private static IEnumerable<string> Words(string line) =>
        line.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word != "--");

    private static bool IsOverride(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? word : word[..equals]).Replace('-', '_');
        var value = equals < 0 ? "1" : word[(equals + 1)..].Trim('"');
        return name == GroupSplitter ? value.Length > 0 : Switches.Contains(name) && IsTrue(value);
    }

    // kstrtobool: the first letter, of "on" and "off" the second.
    private static bool IsTrue(string value) => value is ['y' or 'Y' or '1' or 't' or 'T', ..] or ['o' or 'O', 'n' or 'N', ..];
}
