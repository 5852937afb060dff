using System.IO.Enumeration;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>The <c>install</c> commands of modprobe.d(5): what is run instead of loading a module.</summary>
/// <remarks>A <c>blacklist</c> line only keeps aliases from loading a module; by its name it can still be loaded, so it is no hindrance.</remarks>
/// <param name="Commands">In modprobe's order; the first that fits a module counts.</param>
/// <param name="Doubt">Why a file could not be read; null if all were.</param>
internal sealed record ModuleConfiguration(IReadOnlyList<InstallCommand> Commands, Unknown? Doubt)
{
    /// <summary>The folders of the files, the one that counts most first.</summary>
    internal static readonly string[] Folders = ["etc/modprobe.d", "run/modprobe.d", "usr/local/lib/modprobe.d", "usr/lib/modprobe.d", "lib/modprobe.d"];

    /// <summary>What a host's files say.</summary>
    internal static ModuleConfiguration Of(HostRoot root)
    {
        var doubt = Array.ConvertAll(Folders, folder => root.Names(folder)).OfType<Failed<string[]>>().Select(Why).FirstOrDefault();
        var commands = new List<InstallCommand>();
        foreach (var path in Files(root))
        {
            var file = root.Lines(path);
            commands.AddRange(Parse(file.Content ?? [], path));

            // What is no file, such as a link to dev/null, is there to hide a file of the same name.
            doubt ??= file is Failed<string[]> { Cause: not UnknownCause.Malformed } failed ? Why(failed) : null;
        }

        return new ModuleConfiguration(commands, doubt);
    }

    /// <summary>The file whose command keeps a module from being loaded; null if there is none.</summary>
    internal string? Blocker(string module) => Commands.FirstOrDefault(command => command.Fits(module)) is { IsRefusal: true } refusal ? refusal.Source : null;

    // A file hides those of the same name in later folders; all are read in the order of their names.
    private static IEnumerable<string> Files(HostRoot root) =>
        from folder in Folders
        from name in root.Names(folder).Content ?? []
        where name.EndsWith(".conf", StringComparison.Ordinal)
        group $"{folder}/{name}" by name into same
        orderby same.Key
        select same.First();

    private static IEnumerable<InstallCommand> Parse(string[] lines, string source)
    {
        var logical = string.Join('\n', lines).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');
        foreach (var line in logical)
        {
            var words = line.Split((char[])[' ', '\t', '\r'], 3, StringSplitOptions.RemoveEmptyEntries);
            if (words is ["install", var module, var command])
            {
                yield return new InstallCommand(ModuleNames.Normal(module), command, source);
            }
        }
    }

    private static Unknown Why(Failed<string[]> failed) => new(failed.Cause, failed.Source);
}

/// <summary>What modprobe runs instead of loading a module.</summary>
/// <param name="Pattern">The module's name, perhaps with <c>*</c> and <c>?</c>.</param>
/// <param name="Command">A command of the shell.</param>
/// <param name="Source">The file.</param>
internal sealed record InstallCommand(string Pattern, string Command, string Source)
{
    private static readonly string[] Nothing = ["true", "false", ":", "exit", "nologin"];
    private static readonly string[] Loaders = ["modprobe", "insmod"];

    /// <summary>Whether it does nothing in place of loading.</summary>
    internal bool IsRefusal =>
        Nothing.Contains(Path.GetFileName(Command.Split(' ', ';', '&', '|', '\t', '\r')[0])) && !Array.Exists(Loaders, Command.Contains);

    /// <summary>Whether it is for this module.</summary>
    internal bool Fits(string module) => FileSystemName.MatchesSimpleExpression(Pattern, module, ignoreCase: false);
}
