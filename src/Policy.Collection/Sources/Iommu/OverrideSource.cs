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
        "The switches that give away the isolation of devices: `pcie_acs_override=...`, `vfio_iommu_type1.allow_unsafe_interrupts=1`, "
            + "`vfio.enable_unsafe_noiommu_mode=1`, as the running modules have them, and of modules that are not loaded as the kernel's command line says. "
            + "Options of modprobe.d for such modules are not among them.",
        CommandLine,
        "sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts",
        "sys/module/vfio/parameters/enable_unsafe_noiommu_mode");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("iommu-overrides", new SingleFact(Overrides, Look));

    private static Observation Look(Host host)
    {
        var running = Switches.Select(name => (Name: name, Value: host.Root.Value(Place(name)).Content)).Where(item => item.Value is not null).ToArray();
        var active = running.Where(item => IsTrue(item.Value!)).Select(item => $"{item.Name}={item.Value}");
        return host.Root.Value(CommandLine).Observe((line, source) =>
            Answer.Of(Words(line).Where(word => IsOverride(word) && !Array.Exists(running, item => item.Name == Name(word))).Concat(active), source));
    }

    private static string Place(string name) => $"sys/module/{name.Replace(".", "/parameters/", StringComparison.Ordinal)}";

    // What stands behind -- belongs to the first process.
    private static IEnumerable<string> Words(string line) =>
        line.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word != "--");

    private static string Name(string word) => word.Split('=')[0].Replace('-', '_');

    private static bool IsOverride(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = Name(word);
        var value = equals < 0 ? "1" : word[(equals + 1)..].Trim('"');
        return name == GroupSplitter ? value.Length > 0 : Switches.Contains(name) && IsTrue(value);
    }

    // kstrtobool: the first letter, of "on" and "off" the second.
    private static bool IsTrue(string value) => value is ['y' or 'Y' or '1' or 't' or 'T', ..] or ['o' or 'O', 'n' or 'N', ..];
}
