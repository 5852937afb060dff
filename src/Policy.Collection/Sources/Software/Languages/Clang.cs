using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>The C compiler of LLVM.</summary>
internal static class Clang
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("clang", ["clang"], ["clang-#", "clang@", "clang"])
    {
        HasVersionedPrograms = true,
        FromFiles = (root, program) => program.Prefix is "usr" or "" ? null : VersionText.HighestIn(root, $"{program.Prefix}/lib/clang"),
    };
}
