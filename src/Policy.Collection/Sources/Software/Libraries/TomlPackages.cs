using System.Text;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>Lock files that a tool writes as TOML with a table <c>[[package]]</c> for each library, the project's own ones too.</summary>
internal static class TomlPackages
{
    /// <summary>Of cargo.</summary>
    public static readonly LockFile Cargo = new("Cargo.lock", Read);

    /// <summary>Of uv.</summary>
    public static readonly LockFile Uv = new("uv.lock", Read);

    /// <summary>Of poetry.</summary>
    public static readonly LockFile Poetry = new("poetry.lock", Read);

    /// <summary>Of pdm.</summary>
    public static readonly LockFile Pdm = new("pdm.lock", Read);

    private static List<LockedLibrary>? Read(byte[] bytes)
    {
        var found = new List<LockedLibrary>();
        string? name = null;
        var isPackage = false;
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
            {
                (isPackage, name) = (line == "[[package]]", null);
            }
            else if (isPackage && Value(line, "name") is { } called)
            {
                name = called;
            }
            else if (isPackage && name is not null && Value(line, "version") is { } version)
            {
                found.Add(new LockedLibrary(name, version));
                name = null;
            }
        }

        // A project without dependencies may have no table at all; then what each tool writes for itself tells that it is its file.
        return found.Count > 0 || Array.Exists(lines, IsMark) ? found : null;
    }

    private static bool IsMark(string line) =>
        line.StartsWith("version =", StringComparison.Ordinal)
        || line.StartsWith("lock-version =", StringComparison.Ordinal)
        || line.StartsWith("lock_version =", StringComparison.Ordinal);

    private static string? Value(string line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) && line.AsSpan(key.Length).TrimStart() is ['=', .. var value] ? value.Trim(" \"").ToString() : null;
}
