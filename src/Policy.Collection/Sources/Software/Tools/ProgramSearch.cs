using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Tools;

/// <summary>Where a host looks for programs: PATH, then the folders where programs usually stand.</summary>
/// <remarks>The PATH is the collector's, or the recorded one; of a captured root without one it is the usual default.</remarks>
internal sealed class ProgramSearch
{
    private static readonly string[] Usual =
    [
        "usr/local/sbin", "usr/local/bin", "usr/sbin", "usr/bin", "sbin", "bin", "usr/local/go/bin", "usr/libexec", "snap/bin",
    ];

    /// <summary>Where it looks, as the catalogue names it.</summary>
    public static string[] Places => ["PATH", .. Usual, "opt/*/bin"];

    private readonly HostRoot root;
    private readonly List<(string Path, HashSet<string>? Names)> folders = [];

    private ProgramSearch(Host host)
    {
        root = host.Root;
        var path = host.Variable("PATH").Content ?? string.Empty;
        var optional = (root.Names("opt").Content ?? []).Select(name => $"opt/{name}/bin");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var hasUsual = false;
        foreach (var folder in path.Split(':').Where(item => item.StartsWith('/')).Select(item => item.Trim('/')).Concat(Usual).Concat(optional))
        {
            if (root.Target(folder).Content is { } target && seen.Add(target))
            {
                var names = root.Names(folder);
                folders.Add((folder, names.Content?.ToHashSet(StringComparer.Ordinal)));
                hasUsual |= names is Got<string[]> && target is "usr/bin" or "bin";
                Gap ??= names is Failed<string[]> ? (Unknown)names.Observe((_, _) => new Absent()) : null;
            }
        }

        Gap ??= hasUsual ? null : new Unknown(UnknownCause.MissingSource, "usr/bin");
    }

    /// <summary>Why a program that was not found may be there all the same; null if every folder was read.</summary>
    public Unknown? Gap { get; }

    /// <summary>The search of a host; its folders are listed once.</summary>
    public static ProgramSearch Of(Host host) => host.Memory.Once("software.programs", () => new ProgramSearch(host));

    /// <summary>The programs of a name in the order in which the host would find them.</summary>
    public IEnumerable<FoundProgram> Find(string name) => folders
        .Where(folder => folder.Names is not { } names || names.Contains(name))
        .Select(folder => Program($"{folder.Path}/{name}"))
        .OfType<FoundProgram>();

    /// <summary>The program of the highest version whose name is a name and a version: <c>clang-14</c>, <c>python3.11</c>.</summary>
    /// <param name="name">The name, without a dash.</param>
    public FoundProgram? FindVersioned(string name) => folders
        .SelectMany(folder => folder.Names ?? [], (folder, found) => (folder.Path, Name: found))
        .Where(found => found.Name.Length > name.Length && found.Name.StartsWith(name, StringComparison.Ordinal) && IsVersion(found.Name.AsSpan(name.Length)))
        .OrderByDescending(found => found.Name, VersionOrder.Instance)
        .Select(found => Program($"{found.Path}/{found.Name}"))
        .OfType<FoundProgram>()
        .FirstOrDefault();

    private static bool IsVersion(ReadOnlySpan<char> text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        return !digits.IsEmpty && char.IsAsciiDigit(digits[0]) && !digits.ContainsAnyExcept(VersionText.Numbers);
    }

    /// <summary>The program at a path; null if there is nothing that could be started.</summary>
    public FoundProgram? Program(string path) =>
        root.Entry(path) is Got<HostEntry> { Value: { Kind: HostEntryKind.File } entry } && (entry.Mode & 0b001_001_001) != 0
            ? new FoundProgram(path, root.Target(path).Content ?? path)
            : null;
}
