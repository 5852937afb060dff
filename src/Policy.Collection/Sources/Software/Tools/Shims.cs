namespace Policy.Collection.Sources.Software.Tools;

/// <summary>The scripts by which pyenv, rbenv and nodenv choose a version at each start.</summary>
internal static class Shims
{
    /// <summary>The program that a shim starts outside of a project; the program itself if it is no shim; null if the shim leads nowhere or to the
    /// system's own.</summary>
    /// <param name="host">The host.</param>
    /// <param name="program">The program that was found.</param>
    /// <param name="variable">The variable that chooses the version, such as <c>PYENV_VERSION</c>.</param>
    public static FoundProgram? Behind(Host host, FoundProgram program, string variable)
    {
        if (!program.Folder.EndsWith("/shims", StringComparison.Ordinal))
        {
            return program;
        }

        var versions = host.Variable(variable).Content ?? host.Root.Value($"{program.Prefix}/version").Content ?? string.Empty;
        return versions.Split([':', '\n', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(version => ProgramSearch.Of(host).Program($"{program.Prefix}/versions/{version}/bin/{program.Name}"))
            .FirstOrDefault(found => found is not null);
    }
}
