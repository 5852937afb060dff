using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>What keeps modules from being loaded on a host.</summary>
/// <param name="Everything">The source that forbids all of them; null if none does.</param>
/// <param name="Blacklist">Names that the kernel itself refuses: <c>module_blacklist=</c> on its command line.</param>
/// <param name="Configuration">What modprobe is told.</param>
internal sealed record ModuleBlocks(string? Everything, IReadOnlyList<string> Blacklist, ModuleConfiguration Configuration)
{
    private const string Disabled = "proc/sys/kernel/modules_disabled";

    /// <summary>Why it is not sure that nothing else does; null if it is.</summary>
    internal Unknown? Doubt => Configuration.Doubt;

    /// <summary>What holds on a host.</summary>
    internal static ModuleBlocks Of(Host host)
    {
        var parameters = CommandLine.Of(host).Content;
        var everything = host.Root.Value(Disabled).Content == "1" ? Disabled : parameters?.Find("nomodule") is "" or "1" ? CommandLine.Place : null;
        var blacklist = parameters?.Find("module_blacklist")?.Split(',') ?? [];
        return new ModuleBlocks(everything, blacklist, ModuleConfiguration.Of(host.Root));
    }

    /// <summary>The source that keeps a module from being loaded; null if none is known.</summary>
    /// <param name="module">Its name as the kernel spells it.</param>
    internal string? Blocker(string module) =>
        Everything ?? (Blacklist.Contains(module) ? CommandLine.Place : Configuration.Blocker(module));
}
