using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>With which options the kernel was built.</summary>
internal static class KernelOptions
{
    private static readonly string[] Places = [KernelConfigFile.OfTheKernel, .. KernelConfigFile.Places("RELEASE")];

    private static readonly FactDescription Options = FactDescription.Of(
        "kernel.config(*)",
        new MapType("name", new StringType()),
        "The options of the kernel, without CONFIG_: y, m, n (also for `is not set`), or the value without quotes. Absent: this kernel's configuration "
        + "never mentions the option: it does not exist in this version or on this architecture, or what it depends on is off.",
        Places);

    private static readonly FactDescription Place = FactDescription.Of(
        "kernel.config_source",
        new StringType(),
        "The file with the kernel's options, relative to the root. It is never absent: without a file it is unknown.",
        Places);

    private static readonly FactDescription Support = FactDescription.Of(
        "kernel.modules_supported",
        new BooleanType(),
        "Whether the kernel can load modules at all (CONFIG_MODULES).",
        "proc/modules",
        KernelConfigFile.OfTheKernel);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("kernel-config", [Options, Place, Support], Read);

    /// <summary>Whether the kernel can load modules; shared with those who ask for single modules.</summary>
    internal static Observation ModuleSupport(Host host) => host.Memory.Once("modules-supported", () => FindSupport(host));

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        foreach (var fact in new EntryMap(Options.Path, key => Option(host, key), _ => All(host)).Emit(demand))
        {
            yield return fact;
        }

        if (demand.Wants(Place.Path.Root))
        {
            yield return new ObservedFact(Place.Path, KernelConfigFile.Of(host).Observe((_, source) => Answer.Of(source, source)));
        }

        if (demand.Wants(Support.Path.Root))
        {
            yield return new ObservedFact(Support.Path, ModuleSupport(host));
        }
    }

    private static Observation Option(Host host, string key) =>
        KernelConfigFile.Of(host).Observe((config, source) => config.Find(key) is { } value ? Answer.Of(value, source) : new Absent(source));

    private static Observation All(Host host) => KernelConfigFile.Of(host).Observe((config, source) =>
    {
        var options = config.Entries().DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, Answer.Of(entry.Value)));
        return new Present(new MapValue(new FactMap(options), IsComplete: true), source);
    });

    // proc/modules is there exactly if the kernel can load modules, so on a running host it answers also when it is missing.
    private static Observation FindSupport(Host host)
    {
        var modules = host.Root.Entry("proc/modules");
        if (modules is Got<HostEntry> { Source: var source })
        {
            return Answer.Of(true, source);
        }

        return modules is Missing<HostEntry> && host.IsComplete && host.Root.Entry("proc/version") is Got<HostEntry>
            ? Answer.Of(false, "proc/modules")
            : KernelConfigFile.Of(host).Observe((config, place) => Answer.Of(config.Find("MODULES") == "y", place));
    }
}
