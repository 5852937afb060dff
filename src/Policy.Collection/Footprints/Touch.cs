using System.IO.Enumeration;

namespace Policy.Collection.Footprints;

/// <summary>Something of a host that collecting a fact may look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">
/// A path relative to the host's root, which stands for everything below it too, with <c>*</c> for any part of a name; a command; or a call, such as <c>uname(2)</c>.
/// </param>
public sealed record Touch(TouchKind Kind, string Name)
{
    /// <summary>What a source of the catalogue stands for: without the key it is meant for all of them.</summary>
    /// <param name="source">The text of the catalogue.</param>
    /// <returns>Null of what only a captured root has.</returns>
    public static Touch? Of(string source) => source.StartsWith(".policy/", StringComparison.Ordinal) || Find(source) is { Answer: HostCommandAnswer.RecordedOnly }
        ? null
        : new Touch(KindOf(source), source);

    /// <summary>Whether looking at a path is part of it; of a pattern, listing the folder in which names are looked for is.</summary>
    public bool Covers(string path)
    {
        var pattern = Name.Split('/');
        var parts = path.Split('/');
        var listed = Array.FindIndex(pattern, part => part.Contains('*', StringComparison.Ordinal));
        return Kind is TouchKind.File or TouchKind.Device or TouchKind.Socket
            && (parts.Length >= pattern.Length || parts.Length == listed)
            && pattern.Zip(parts).All(pair => FileSystemName.MatchesSimpleExpression(pair.First, pair.Second, ignoreCase: false));
    }

    private static HostCommand? Find(string name) => HostCommand.Everything.FirstOrDefault(command => command.ToString() == name);

    private static TouchKind KindOf(string name) => name switch
    {
        _ when Find(name) is not null => TouchKind.Command,
        "cpuid" or "environment" or [.., ')'] => TouchKind.Call,
        [.., '.', 's', 'o', 'c', 'k'] or [.., '-', 's', 'o', 'c', 'k'] => TouchKind.Socket,
        _ when name.StartsWith("dev/", StringComparison.Ordinal) => TouchKind.Device,
        _ => TouchKind.File,
    };
}

/// <summary>What can be looked at.</summary>
public enum TouchKind
{
    /// <summary>A file or folder.</summary>
    File,

    /// <summary>A device node.</summary>
    Device,

    /// <summary>A local socket.</summary>
    Socket,

    /// <summary>A program that is started.</summary>
    Command,

    /// <summary>A system call, an instruction, or the collector's own environment.</summary>
    Call,
}
