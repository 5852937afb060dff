namespace Policy.Collection.Sources.Kernel;

/// <summary>What is installed for a kernel: the modules that can be loaded, and those that are part of it.</summary>
/// <param name="Folder">Where the lists stand, such as <c>lib/modules/6.1.0</c>; null if the kernel's release is not known.</param>
/// <param name="Loadable">By the module's name its line of <c>modules.dep</c>: its file, a colon, the files that it needs.</param>
/// <param name="BuiltIn">By the module's name the file that it would have.</param>
internal sealed record InstalledModuleFiles(string? Folder, Reading<Dictionary<string, string>> Loadable, Reading<Dictionary<string, string>> BuiltIn)
{
    /// <summary>Whether a module that is in neither list is not installed.</summary>
    /// <remarks>An empty list is what an interrupted depmod leaves.</remarks>
    internal bool IsComplete => Loadable.Content is { Count: > 0 } && BuiltIn.Content is { Count: > 0 };

    private bool IsThere => Loadable is not Missing<Dictionary<string, string>> || BuiltIn is not Missing<Dictionary<string, string>>;

    /// <summary>What is installed for the kernel that a root is asked for.</summary>
    internal static InstalledModuleFiles Of(Host host) => host.Memory.Once("installed-modules", () => Find(host));

    /// <summary>The names of the modules that a loadable one needs.</summary>
    internal IEnumerable<string> Needs(string module)
    {
        var files = Loadable.Content?.GetValueOrDefault(module)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return files.Skip(1).Select(ModuleNames.OfFile);
    }

    private static InstalledModuleFiles Find(Host host)
    {
        var release = KernelFiles.Release(host);
        if (release is not Got<string> { Value: var name })
        {
            var unread = release.Then(_ => new Dictionary<string, string>());
            return new InstalledModuleFiles(null, unread, unread);
        }

        // The second is for a root without the link of a merged /usr, the third is NixOS.
        string[] folders = [$"lib/modules/{name}", $"usr/lib/modules/{name}", $"run/booted-system/kernel-modules/lib/modules/{name}"];
        return folders.Select(folder => In(host.Root, folder)).FirstOrDefault(files => files.IsThere) ?? In(host.Root, folders[0]);
    }

    private static InstalledModuleFiles In(HostRoot root, string folder) => new(
        folder,
        root.Lines($"{folder}/modules.dep").Then(lines => ByName(lines.Where(line => line.Contains(':', StringComparison.Ordinal)))),
        root.Lines($"{folder}/modules.builtin").Then(ByName));

    private static Dictionary<string, string> ByName(IEnumerable<string> lines)
    {
        var modules = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var end = line.IndexOf(':', StringComparison.Ordinal);
            modules[ModuleNames.OfFile(end < 0 ? line.Trim() : line[..end])] = line;
        }

        return modules;
    }
}
