using System.Collections.Immutable;
using Policy.Core.Diagnostics;

namespace Policy.Collection;

/// <summary>A program that may be run on a host, with the only arguments that it may get.</summary>
/// <param name="Program">Its name, looked up in PATH.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record HostCommand(string Program, Sequence<string> Arguments)
{
    /// <summary>The machine's name for its processor architecture; only recorded ones are read, the live host is asked by uname(2).</summary>
    public static readonly HostCommand UnameMachine = new("uname", ["-m"]);

    /// <summary>The table of everything that may be run.</summary>
    public static ImmutableArray<HostCommand> Everything { get; } = [UnameMachine];

    /// <summary>Program and arguments with single blanks between, as recordings are named.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program));
}
