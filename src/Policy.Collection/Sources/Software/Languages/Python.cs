using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>CPython.</summary>
internal static class Python
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("python", ["python3", "python"], ["python#-minimal", "python#", "python@", "python3-minimal", "python3", "python"])
    {
        HasVersionedPrograms = true,
        Behind = (host, program) => Shims.Behind(host, program, "PYENV_VERSION"),
        FromFiles = (root, program) => VersionText.OfFolder(program, "python")
            ?? VersionText.Behind(root, $"{program.Prefix}/include/python{program.Suffix}/patchlevel.h", "PY_VERSION"),
    };
}
