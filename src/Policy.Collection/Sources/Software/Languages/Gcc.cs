using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>The GNU C compiler.</summary>
internal static class Gcc
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("gcc", ["gcc"], ["gcc-#", "gcc@", "gcc"])
    {
        HasVersionedPrograms = true,

        // A folder for each target and version; distributions name only the first number, and then their package tells the rest.
        FromFiles = (root, program) => program.IsOfDistribution ? null : (root.Names($"{program.Prefix}/lib/gcc").Content ?? [])
            .Select(target => VersionText.HighestIn(root, $"{program.Prefix}/lib/gcc/{target}"))
            .Max(VersionOrder.Instance),
    };
}
