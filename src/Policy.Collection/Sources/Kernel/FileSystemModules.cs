namespace Policy.Collection.Sources.Kernel;

/// <summary>Which modules bring which file systems: the kernel asks for <c>fs-NAME</c>, an alias of the module.</summary>
/// <param name="Aliases">The module by the name of the file system, of modules that can be loaded.</param>
/// <param name="BuiltIn">The file systems of modules that are part of the kernel.</param>
internal sealed record FileSystemModules(Reading<Dictionary<string, string>> Aliases, Reading<HashSet<string>> BuiltIn)
{
    private const string AliasStart = "alias fs-";
    private const string BuiltInAlias = ".alias=fs-";

    /// <summary>What is installed for the kernel that a root is asked for.</summary>
    internal static FileSystemModules Of(Host host) => host.Memory.Once("file-system-modules", () =>
    {
        var folder = InstalledModuleFiles.Of(host).Folder ?? "lib/modules";
        return new FileSystemModules(
            host.Root.Lines($"{folder}/modules.alias").Then(Loadable),
            host.Root.Text($"{folder}/modules.builtin.modinfo").Then(Inside));
    });

    /// <summary>The module that brings a file system: by alias, or without a list of aliases a module of the same name below <c>fs/</c>.</summary>
    internal string? ModuleOf(string fileSystem, InstalledModuleFiles installed)
    {
        if (Aliases is Got<Dictionary<string, string>> aliases)
        {
            return aliases.Value.GetValueOrDefault(fileSystem);
        }

        var file = installed.Loadable.Content?.GetValueOrDefault(ModuleNames.Normal(fileSystem)) ?? string.Empty;
        return file.StartsWith("kernel/fs/", StringComparison.Ordinal) ? fileSystem : null;
    }

    // alias fs-xfs xfs
    private static Dictionary<string, string> Loadable(string[] lines)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.StartsWith(AliasStart, StringComparison.Ordinal)))
        {
            if (line[AliasStart.Length..].Split(' ') is [var name, var module])
            {
                aliases[name] = module;
            }
        }

        return aliases;
    }

    // ext4.alias=fs-ext4, NUL, ext4.license=GPL, NUL ...
    private static HashSet<string> Inside(string text) =>
    [
        .. from entry in text.Split('\0')
           let start = entry.IndexOf(BuiltInAlias, StringComparison.Ordinal)
           where start > 0
           select entry[(start + BuiltInAlias.Length)..],
    ];
}
