using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>With which options the kernel was built.</summary>
internal static class KernelOptions
{
    private static readonly FactDescription Options = FactDescription.Of(
        "kernel.config(*)",
        new MapType("name", new StringType()),
        "The options of the kernel, without CONFIG_: y, m, n (also for `is not set`), or the value without quotes. An option that this version has under "
        + "another name, or as a part of another option, has the value of that one; one that was dropped is unknown. Absent: this kernel's configuration "
        + "never mentions the option: it does not exist on this architecture, or what it depends on is off.",
        KernelConfigFile.Sources);

    private static readonly FactDescription Place = FactDescription.Of(
        "kernel.config_source",
        new StringType(),
        "The file with the kernel's options, relative to the root. It is never absent: without a file it is unknown.",
        KernelConfigFile.Sources);

    private static readonly FactDescription Support = FactDescription.Of(
        "kernel.modules_supported",
        new BooleanType(),
        "Whether the kernel can load modules at all (CONFIG_MODULES).",
        ["proc/modules", .. KernelConfigFile.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("kernel-config", [Options, Place, Support], Read);

    /// <summary>Whether the kernel can load modules; shared with those who ask for single modules.</summary>
    internal static Observation ModuleSupport(Host host) => host.Memory.Once("modules-supported", () => FindSupport(host));

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        foreach (var fact in new EntryMap(Options.Path, key => Option(host, key), keys => All(host, keys)).Emit(demand))
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

    private static Observation Option(Host host, string key) => KernelConfigFile.Of(host) switch
    {
        Got<KernelConfig> config when config.Value.Find(key) is { } value => Answer.Of(value, config.Source),
        Got<KernelConfig> config => OptionHistory.Find(WithoutPrefix(key), config, KernelFiles.Release(host).Content),
        var reading => reading.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };

    private static string WithoutPrefix(string key) => key.StartsWith("CONFIG_", StringComparison.Ordinal) ? key["CONFIG_".Length..] : key;

    // Of the options with a history only those that a policy names: nobody else expects what the configuration does not mention.
    private static Observation All(Host host, IEnumerable<string> keys) => KernelConfigFile.Of(host).Observe((config, source) =>
    {
        var options = config.Entries().DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => Answer.Of(entry.Value), StringComparer.Ordinal);
        foreach (var key in keys.Where(key => !options.ContainsKey(key)))
        {
            options.Add(key, EntryMap.Inside(Option(host, key)));
        }

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
