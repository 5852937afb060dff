using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>The modules of a host's kernel.</summary>
internal sealed class KernelModules
{
    private const string Active = "proc/modules";
    private const string Seen = "sys/module";

    private readonly Host host;
    private readonly Reading<HashSet<string>> active;
    private readonly Reading<HashSet<string>> seen;
    private readonly InstalledModuleFiles installed;
    private readonly Lazy<ModuleBlocks> blocks;

    private KernelModules(Host host)
    {
        this.host = host;
        active = host.Root.Lines(Active).Then(lines => lines.Select(line => ModuleNames.Normal(line.Split(' ')[0])).ToHashSet(StringComparer.Ordinal));
        seen = host.Root.Names(Seen).Then(names => names.Select(ModuleNames.Normal).ToHashSet(StringComparer.Ordinal));
        installed = InstalledModuleFiles.Of(host);
        blocks = new Lazy<ModuleBlocks>(() => ModuleBlocks.Of(host));
    }

    /// <summary>Whether a module that <see cref="Names"/> does not have does not exist.</summary>
    internal bool IsComplete => installed.IsComplete;

    /// <summary>The modules that the host's lists have, and those whose option is known.</summary>
    internal IEnumerable<string> Names =>
    [
        .. active.Content ?? [],
        .. seen.Content ?? [],
        .. installed.BuiltIn.Content?.Keys.AsEnumerable() ?? [],
        .. installed.Loadable.Content?.Keys.AsEnumerable() ?? [],
        .. ModuleOptions.Modules,
    ];

    /// <summary>The modules of a host.</summary>
    internal static KernelModules Of(Host host) => host.Memory.Once("kernel-modules", () => new KernelModules(host));

    /// <summary>The state of a module: <c>loaded</c>, <c>builtin</c>, <c>loadable</c> or <c>blocked</c>.</summary>
    /// <param name="name">Its name, with <c>-</c> or <c>_</c>; an alias is no name.</param>
    internal Observation State(string name)
    {
        var module = ModuleNames.Normal(name);
        return Running(module) ?? Installed(module) ?? BuiltInAsSeen(module) ?? BuiltInByOption(module) ?? Missing(module);
    }

    private Present? Running(string module) => (active, installed.Loadable) switch
    {
        (Got<HashSet<string>> list, _) => Contains(list, module) ? State(ModuleState.Loaded, Active) : null,
        _ when host.Root.Entry($"{Seen}/{module}/initstate") is Got<HostEntry> entry => State(ModuleState.Loaded, entry.Source),

        // Where nobody lists what is loaded: the kernel shows a module that is no part of it, so it was loaded.
        (_, Got<Dictionary<string, string>> loadable) => Contains(seen, module) && loadable.Value.ContainsKey(module) ? State(ModuleState.Loaded, Seen) : null,
        _ => null,
    };

    private Observation? Installed(string module)
    {
        if (installed.BuiltIn is Got<Dictionary<string, string>> builtIn && builtIn.Value.ContainsKey(module))
        {
            return State(ModuleState.BuiltIn, builtIn.Source);
        }

        if (installed.Loadable is not Got<Dictionary<string, string>> { Source: var source } loadable || !loadable.Value.ContainsKey(module))
        {
            return null;
        }

        // modprobe loads first what the module needs, and runs their commands too.
        var needed = installed.Needs(module).Where(need => !Contains(active, need)).Prepend(module);
        var blocker = needed.Select(blocks.Value.Blocker).FirstOrDefault(found => found is not null);
        return blocker is not null ? State(ModuleState.Blocked, blocker) : blocks.Value.Doubt is { } doubt ? doubt : State(ModuleState.Loadable, source);
    }

    // A built-in module with parameters has a folder, but no file initstate in it, and proc/modules does not list it.
    private Present? BuiltInAsSeen(string module) =>
        Contains(seen, module) && (host.IsComplete || active is Got<HashSet<string>> || Supported() == false)
            ? State(ModuleState.BuiltIn, $"{Seen}/{module}")
            : null;

    private Present? BuiltInByOption(string module) =>
        KernelConfigFile.Of(host) is Got<KernelConfig> config && ModuleOptions.IsBuiltIn(module, config.Value) == true
            ? State(ModuleState.BuiltIn, config.Source)
            : null;

    private Observation Missing(string module)
    {
        if (installed.IsComplete)
        {
            return new Absent(((Got<Dictionary<string, string>>)installed.Loadable).Source);
        }

        if (Supported() != false)
        {
            return installed.Loadable is Got<Dictionary<string, string>> ? Unlisted(installed.BuiltIn) : Unlisted(installed.Loadable);
        }

        return KernelConfigFile.Of(host).Observe((config, source) => ModuleOptions.IsBuiltIn(module, config) == false
            ? new Absent(source)
            : new Unknown(UnknownCause.Unsupported, $"{source}: nothing is known of the option for the module {module}"));
    }

    private static Observation Unlisted<T>(Reading<T> list) => list.Observe((_, source) => new Unknown(UnknownCause.Malformed, $"{source}: empty"));

    private bool? Supported() => KernelOptions.ModuleSupport(host) is Present { Value: BooleanValue value } ? value.Value : null;

    private static bool Contains(Reading<HashSet<string>> names, string module) => names.Content?.Contains(module) == true;

    private static Present State(string state, string source) => new(new StringValue(state), source);
}
