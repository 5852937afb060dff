using Policy.Collection.Sources.Software.Packages;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Tools;

/// <summary>A tool as it was found on a host.</summary>
/// <param name="Version">Its version: present, or unknown if nothing tells it.</param>
/// <param name="Path">Where its program stands, with a leading slash; absent if only its package was found.</param>
/// <param name="Source">What says that it is there.</param>
internal sealed record InstalledTool(Observation Version, Observation Path, string Source)
{
    /// <summary>What is started where no file tells the version of one of the tools.</summary>
    public static IEnumerable<string> Commands(IEnumerable<Tool> tools) =>
        HostCommand.Everything.Where(command => tools.Any(tool => tool.Programs.Contains(command.Program))).Select(command => command.ToString());

    /// <summary>The tool on a host, or why there is none: absent if PATH, the usual folders and the package database were read and have nothing.</summary>
    public static (InstalledTool? Found, Observation Otherwise) Of(Host host, Tool tool, bool withVersion)
    {
        var search = ProgramSearch.Of(host);
        var program = Program(host, tool, search);
        var fromFiles = program is null ? null : tool.FromFiles(host.Root, program);
        var isOfPackage = fromFiles is null && (program is null || program.IsOfDistribution);
        var package = isOfPackage ? ToolPackages.Find(PackageInventory.Of(host), tool, program) : null;
        var printed = program is null && host.IsComplete ? null : Printed(host, tool, program);
        if (program is null && package is null && printed is null)
        {
            var inventory = PackageInventory.Of(host);
            return (null, search.Gap ?? inventory.Gap as Observation ?? new Absent($"PATH, {inventory.Source}"));
        }

        var version = fromFiles ?? VersionText.Upstream(package?.Package.Version) ?? (withVersion ? printed?.Invoke() : null);
        var source = program?.Path ?? package?.Database.Source ?? ".policy/commands";
        return (new InstalledTool(VersionOf(tool, program, version), PathOf(program, search), source), new Absent());
    }

    private static Observation VersionOf(Tool tool, FoundProgram? program, string? version) => version is { Length: > 0 } && char.IsAsciiDigit(version[0])
        ? new Present(new VersionValue(version, VersionScheme.Dotted))
        : new Unknown(UnknownCause.MissingSource, $"nothing tells the version of {program?.Path ?? tool.Name}");

    private static Observation PathOf(FoundProgram? program, ProgramSearch search) => program is null
        ? search.Gap as Observation ?? new Absent()
        : RecordFields.Text($"/{program.Path}");

    private static FoundProgram? Program(Host host, Tool tool, ProgramSearch search)
    {
        var elsewhere = tool.Elsewhere(host.Root).Select(search.Program).OfType<FoundProgram>();
        foreach (var program in elsewhere.Concat(tool.Programs.SelectMany(search.Find)))
        {
            if (tool.Behind(host, program) is { } behind)
            {
                return behind with { Path = program.Path };
            }
        }

        return tool.HasVersionedPrograms ? search.FindVersioned(tool.Programs[0]) : null;
    }

    // A program is started only if no file tells its version, and only under the name that the table of commands has.
    private static Func<string?>? Printed(Host host, Tool tool, FoundProgram? program)
    {
        var command = HostCommand.Everything.FirstOrDefault(item => tool.Programs.Contains(item.Program));
        if (command is null || (program is not null && !program.Path.EndsWith($"/{command.Program}", StringComparison.Ordinal)))
        {
            return null;
        }

        var reading = new Lazy<Reading<string>>(() => host.Commands.Run(command));
        return program is null && !Proves(tool, reading.Value) ? null : () => VersionText.FirstOf(reading.Value.Content ?? string.Empty);
    }

    private static bool Proves(Tool tool, Reading<string> printed) =>
        printed is Got<string> got && (tool.Impostor is not { } word || !got.Value.Contains(word, StringComparison.OrdinalIgnoreCase));
}
