using System.Text;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>Cargo.lock, which cargo writes itself: a table <c>[[package]]</c> for each crate, the project's own ones too.</summary>
internal static class CargoLock
{
    /// <summary>The line of the table.</summary>
    public static readonly LockFile File = new("Cargo.lock", Read);

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
            }
        }

        // A crate without dependencies has itself; a file without a package and without a version is none.
        return found.Count > 0 || Array.Exists(lines, line => line.StartsWith("version =", StringComparison.Ordinal)) ? found : null;
    }

    private static string? Value(string line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) && line.AsSpan(key.Length).TrimStart() is ['=', .. var value] ? value.Trim(" \"").ToString() : null;
}
