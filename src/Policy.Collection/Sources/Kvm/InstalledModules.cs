namespace Policy.Collection.Sources.Kvm;

/// <summary>The modules that the running kernel has: loaded, in its image, on the disk.</summary>
internal sealed class InstalledModules
{
    private const string Loaded = "proc/modules";

    /// <summary>Where they are listed.</summary>
    internal static readonly string[] Sources =
    [
        "proc/sys/kernel/osrelease", "uname(2)", "uname -r", Loaded, "lib/modules/*/modules.builtin", "lib/modules/*/modules.dep",
        "usr/lib/modules/*/modules.builtin", "usr/lib/modules/*/modules.dep",
    ];

    private readonly Reading<string> builtin;
    private readonly Reading<string> loadable;

    private InstalledModules(Reading<string> builtin, Reading<string> loadable) => (this.builtin, this.loadable) = (builtin, loadable);

    /// <summary>Whether the list of what is in the kernel's image could be read.</summary>
    internal bool KnowsBuiltin => builtin is Got<string>;

    /// <summary>Whether the list of what can be loaded could be read.</summary>
    internal bool KnowsLoadable => loadable is Got<string>;

    /// <summary>The list that could not be read, and why.</summary>
    internal Reading<string> Failure => KnowsBuiltin ? loadable : builtin;

    /// <summary>The lists of the running release, <c>modules.builtin</c> and <c>modules.dep</c>: modules.builtin(5), modules.dep(5).</summary>
    internal static InstalledModules Of(Host host) => host.Memory.Once("installed-modules", () => host.KernelRelease() switch
    {
        Got<string> release => new InstalledModules(List(host.Root, release.Value, "modules.builtin"), List(host.Root, release.Value, "modules.dep")),
        var failure => new InstalledModules(failure, failure),
    });

    /// <summary>The names of the loaded modules; missing on a kernel without support for modules, too.</summary>
    internal static Reading<HashSet<string>> LoadedNames(Host host) => host.Memory.Once("loaded-modules", () => host.Root.Lines(Loaded).Then(lines =>
        lines.Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal)));

    /// <summary>Whether a module is in the kernel's image.</summary>
    internal bool IsBuiltin(string name) => Names(builtin, name);

    /// <summary>Whether a module can be loaded.</summary>
    internal bool IsLoadable(string name) => Names(loadable, name);

    private static Reading<string> List(HostRoot root, string release, string name) => root.Text($"lib/modules/{release}/{name}") switch
    {
        Missing<string> => root.Text($"usr/lib/modules/{release}/{name}"),
        var reading => reading,
    };

    // In file names `-` and `_` are equal: kvm-intel.ko.xz is the module kvm_intel.
    private static bool Names(Reading<string> list, string name) => list.Content is { } text
        && (text.Contains($"/{name}.ko", StringComparison.Ordinal) || text.Contains($"/{name.Replace('_', '-')}.ko", StringComparison.Ordinal));
}
