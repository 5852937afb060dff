using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which file systems the kernel can mount.</summary>
internal static class FileSystemSource
{
    private const string Registered = "proc/filesystems";
    private const string Available = "available";

    private static readonly RecordType State = new(
        [new FactField("state", new StringType([Available, ModuleState.Loadable]), "available: the kernel has it now; loadable: a module would bring it")]);

    private static readonly FactDescription FileSystems = FactDescription.Of(
        "filesystem(*)",
        new MapType("name", State),
        "The file systems that the kernel can mount, such as overlay or ext4. Absent: the kernel does not have it, and no module that may be loaded brings it.",
        [Registered, .. ModuleSource.Places]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("file-systems", [FileSystems], (host, demand) =>
        new EntryMap(FileSystems.Path, name => Find(host, name), keys => All(host, keys)).Emit(demand));

    private static Observation All(Host host, IEnumerable<string> keys)
    {
        var (registered, modules) = (Names(host), FileSystemModules.Of(host));
        string[] names = [.. registered.Content ?? [], .. modules.Aliases.Content?.Keys.AsEnumerable() ?? [], .. modules.BuiltIn.Content ?? []];
        var isComplete = registered is Got<HashSet<string>> && (modules.Aliases is Got<Dictionary<string, string>> || LoadsNothing(host));
        return names.Length > 0
            ? EntryMap.Of(names.Concat(keys), name => Find(host, name), isComplete, Registered)
            : registered.Observe((_, source) => new Unknown(UnknownCause.Malformed, source));
    }

    private static Observation Find(Host host, string name) => Names(host) switch
    {
        Got<HashSet<string>> names when names.Value.Contains(name) => Entry(Available, names.Source),
        Got<HashSet<string>> names when LoadsNothing(host) => new Absent(names.Source),
        Got<HashSet<string>> names => Loadable(host, name) ?? Unlisted(FileSystemModules.Of(host).Aliases, names.Source),
        var unread => BuiltIn(host, name) ?? Loadable(host, name) as Present ?? unread.Observe((_, source) => new Unknown(UnknownCause.Malformed, source)),
    };

    private static Present? BuiltIn(Host host, string name) =>
        FileSystemModules.Of(host).BuiltIn is Got<HashSet<string>> names && names.Value.Contains(name) ? Entry(Available, names.Source) : null;

    // Loaded or built in, it would be registered; blocked, it cannot come.
    private static Observation? Loadable(Host host, string name) =>
        FileSystemModules.Of(host).ModuleOf(name, InstalledModuleFiles.Of(host)) is not { } module ? null : KernelModules.Of(host).State(module) switch
        {
            Present { Value: StringValue { Value: ModuleState.Loadable } } state => Entry(ModuleState.Loadable, state.Source),
            Present state => new Absent(state.Source),
            var reason => reason,
        };

    private static Observation Unlisted(Reading<Dictionary<string, string>> aliases, string registered) => aliases.Observe((_, _) => new Absent(registered));

    private static bool LoadsNothing(Host host) => KernelOptions.ModuleSupport(host) is Present { Value: BooleanValue { Value: false } };

    private static Present Entry(string state, string source) => (Present)Answer.Of(source, ("state", Answer.Of(state)));

    // nodev, a tab, the name
    private static Reading<HashSet<string>> Names(Host host) => host.Memory.Once("registered-file-systems", () =>
        host.Root.Lines(Registered).Then(lines =>
            lines.Select(line => line[(line.LastIndexOf('\t') + 1)..].Trim()).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal)));
}
