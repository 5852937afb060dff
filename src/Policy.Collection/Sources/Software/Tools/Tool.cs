using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Software.Tools;

/// <summary>A program whose presence and version a host can be asked for.</summary>
/// <param name="Name">Its name in policies.</param>
/// <param name="Programs">The names of its programs, the one that stands for it first.</param>
/// <param name="Packages">
/// The packages that hold it, the most exact version first. A <c>#</c> stands for a version such as <c>12</c> or <c>3.11</c>, a <c>@</c> for one without dots.
/// </param>
internal sealed record Tool(string Name, Sequence<string> Programs, Sequence<string> Packages)
{
    /// <summary>The version from files beside the program, null if none tells it.</summary>
    public Func<HostRoot, FoundProgram, string?> FromFiles { get; init; } = (_, _) => null;

    /// <summary>The program that really runs behind one that was found; null if the found one is another tool's stand-in.</summary>
    public Func<Host, FoundProgram, FoundProgram?> Behind { get; init; } = (_, program) => program;

    /// <summary>Further paths where its program can stand, the best first.</summary>
    public Func<HostRoot, IEnumerable<string>> Elsewhere { get; init; } = _ => [];

    /// <summary>The version that stands for <c>#</c> and <c>@</c> in the names of packages; empty if the program does not tell it.</summary>
    public Func<FoundProgram, string> PackageVersion { get; init; } = program => program.Suffix;

    /// <summary>A word that only another tool prints that answers under this tool's name; null if there is none.</summary>
    public string? Impostor { get; init; }

    /// <summary>Whether programs whose name ends in a version, such as <c>clang-14</c>, count if there is none without.</summary>
    public bool HasVersionedPrograms { get; init; }
}
