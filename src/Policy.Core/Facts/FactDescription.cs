using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>What the catalogue says about one fact.</summary>
/// <param name="Path">Where it stands: <c>cpu.flags</c>, or <c>package(*)</c> for a map of keyed facts.</param>
/// <param name="Type">What values it can have; a <see cref="MapType"/> if and only if the path is a whole map.</param>
/// <param name="Describe">What it says, and what its absence means.</param>
/// <param name="Sources">Where it is read, in order of preference, relative to the host's root, such as <c>proc/cpuinfo</c>.</param>
/// <param name="Privilege">What reading it needs.</param>
public sealed record FactDescription(FactPath Path, FactType Type, string Describe, Sequence<string> Sources = default, FactPrivilege Privilege = FactPrivilege.None)
{
    /// <summary>Whether its description says that every host has it; it may still be unknown.</summary>
    public bool IsNeverAbsent => Describe.Contains("never absent", StringComparison.OrdinalIgnoreCase);

    /// <summary>A fact of the catalogue from the text of its path.</summary>
    public static FactDescription Of(string path, FactType type, string describe, params ReadOnlySpan<string> sources) =>
        new(FactPath.Parse(path), type, describe, Sequence.Create(sources));
}

/// <summary>What reading a fact needs.</summary>
public enum FactPrivilege
{
    /// <summary>Any user can read it.</summary>
    None,

    /// <summary>Only root can read it on a host of usual set-up.</summary>
    Root,
}
