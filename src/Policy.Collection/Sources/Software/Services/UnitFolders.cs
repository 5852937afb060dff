using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Services;

/// <summary>The folders in which systemd looks for units, systemd.unit(5), and which units they enable.</summary>
/// <param name="Folders">The folders that are there with the names in them, the one that wins first.</param>
/// <param name="Enabled">The units that a link of an administrator's folder starts or calls by another name.</param>
/// <param name="Gap">Why a unit that was not found may be there all the same; null if systemd's folders were read.</param>
internal sealed record UnitFolders(Sequence<(string Path, HashSet<string> Names)> Folders, HashSet<string> Enabled, Unknown? Gap)
{
    /// <summary>The folders, the one that wins first.</summary>
    public static readonly string[] Paths =
    [
        "etc/systemd/system", "run/systemd/system", "run/systemd/generator", "usr/local/lib/systemd/system", "usr/lib/systemd/system", "lib/systemd/system",
        "run/systemd/generator.late",
    ];

    private static readonly string[] Administrators = ["etc/systemd/system", "run/systemd/system"];

    private static readonly string[] Dependencies = [".wants", ".requires", ".upholds"];

    private static readonly string[] Kinds = [".service", ".socket", ".timer", ".target", ".mount", ".path", ".slice", ".automount", ".swap"];

    /// <summary>The folders of a host; read once.</summary>
    public static UnitFolders Of(Host host) => host.Memory.Once("software.units", () => Read(host.Root));

    /// <summary>Whether a name has the ending of a unit.</summary>
    public static bool IsUnit(string name) => Kinds.Any(kind => name.EndsWith(kind, StringComparison.Ordinal));

    /// <summary>The names of all units, in ordinal order.</summary>
    public IEnumerable<string> Units => Folders.SelectMany(folder => folder.Names).Where(IsUnit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The file of a unit, or of the template that it is an instance of; null if there is none.</summary>
    public string? Find(string unit) => FindExactly(unit) ?? (TemplateOf(unit) is { } template ? FindExactly(template) : null);

    /// <summary>The template of an instance: <c>getty@.service</c> of <c>getty@tty1.service</c>; null of anything else.</summary>
    public static string? TemplateOf(string unit)
    {
        var (at, dot) = (unit.IndexOf('@', StringComparison.Ordinal), unit.LastIndexOf('.'));
        return at > 0 && dot > at + 1 ? $"{unit[..(at + 1)]}{unit[dot..]}" : null;
    }

    /// <summary>The unit that a unit's file is another name of; null if it is none.</summary>
    public static string? OtherName(HostRoot root, string folder, string unit) =>
        root.Link($"{folder}/{unit}").Content is { } target
        && target[(target.LastIndexOf('/') + 1)..] is var other && other != unit && IsUnit(other) ? other : null;

    private string? FindExactly(string unit)
    {
        foreach (var (path, names) in Folders)
        {
            if (names.Contains(unit))
            {
                return $"{path}/{unit}";
            }
        }

        return null;
    }

    private static UnitFolders Read(HostRoot root)
    {
        var folders = new List<(string Path, HashSet<string> Names)>();
        Unknown? gap = null;
        foreach (var path in Paths)
        {
            var names = root.Names(path);
            if (names is Got<string[]> got)
            {
                folders.Add((path, [.. got.Value]));
            }

            gap ??= names is Failed<string[]> ? (Unknown)names.Observe((_, _) => new Absent()) : null;
        }

        // A package brings its units in one of these two; without them only what an administrator wrote is known.
        gap ??= folders.Exists(folder => folder.Path is "usr/lib/systemd/system" or "lib/systemd/system")
            ? null
            : new Unknown(UnknownCause.MissingSource, "usr/lib/systemd/system");
        return new UnitFolders([.. folders], EnabledBy(root, folders), gap);
    }

    private static HashSet<string> EnabledBy(HostRoot root, List<(string Path, HashSet<string> Names)> folders)
    {
        var enabled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, names) in folders.Where(folder => Administrators.Contains(folder.Path)))
        {
            foreach (var name in names)
            {
                if (Dependencies.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)))
                {
                    // An instance that is enabled makes its template so.
                    var wanted = root.Names($"{path}/{name}").Content ?? [];
                    enabled.UnionWith(wanted);
                    enabled.UnionWith(wanted.Select(TemplateOf).OfType<string>());
                }
                else if (IsUnit(name) && OtherName(root, path, name) is { } other)
                {
                    enabled.Add(other);
                }
            }
        }

        return enabled;
    }
}
