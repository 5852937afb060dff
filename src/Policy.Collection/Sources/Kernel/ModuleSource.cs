using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which modules the kernel has, could have, or may not have.</summary>
internal static class ModuleSource
{
    /// <summary>Where the states of modules are read.</summary>
    internal static readonly string[] Places =
    [
        "proc/modules",
        "sys/module",
        "lib/modules",
        "usr/lib/modules",
        "run/booted-system/kernel-modules/lib/modules",
        .. ModuleConfiguration.Folders,
        "proc/sys/kernel/modules_disabled",
        CommandLine.Place,
        .. KernelConfigFile.Sources,
    ];

    private static readonly FactDescription Modules = FactDescription.Of(
        "module(*)",
        new MapType("name", new RecordType(
        [
            new FactField(
                "state",
                new StringType([ModuleState.Loaded, ModuleState.BuiltIn, ModuleState.Loadable, ModuleState.Blocked]),
                "loaded, part of the kernel (builtin), installed and not loaded (loadable), or installed and kept from loading (blocked): "
                + "by an install command of modprobe.d, module_blacklist= or kernel.modules_disabled"),
        ])),
        "The modules of the running kernel by name; `-` and `_` are equal, aliases are no names, and a blacklist line blocks nothing that is asked for "
        + "by name. Absent: the lists of this kernel are readable and do not have it, or the kernel loads no modules and its options leave it out.",
        Places);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("modules", [Modules], (host, demand) =>
        new EntryMap(Modules.Path, key => Entry(KernelModules.Of(host), key), keys => Whole(KernelModules.Of(host), keys)).Emit(demand));

    private static Observation Entry(KernelModules modules, string name) => modules.State(name) switch
    {
        Present state => Answer.Of(state.Source, ("state", state with { Source = string.Empty })),
        var reason => reason,
    };

    private static Observation Whole(KernelModules modules, IEnumerable<string> keys) =>
        EntryMap.Of(modules.Names.Concat(keys), name => Entry(modules, name), modules.IsComplete, "sys/module");
}
