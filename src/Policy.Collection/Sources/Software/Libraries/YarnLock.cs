using System.Text;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock file of yarn, of version 1 and of the later ones, by its lines: what is asked for, and under it the version that was chosen.</summary>
internal static class YarnLock
{
    /// <summary>The line of the table.</summary>
    public static readonly LockFile File = new("yarn.lock", Read);

    private static List<LockedLibrary>? Read(byte[] bytes)
    {
        var found = new List<LockedLibrary>();
        string? name = null;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            if (line.Length > 0 && line[0] is not (' ' or '#' or '\r'))
            {
                name = NameOf(line);
            }
            else if (name is not null && VersionOf(line) is { } version)
            {
                found.Add(new LockedLibrary(name, version));
                name = null;
            }
        }

        return found.Count > 0 || bytes.AsSpan().IndexOf("yarn lockfile"u8) >= 0 || bytes.AsSpan().IndexOf("__metadata:"u8) >= 0 ? found : null;
    }

    // `"@babel/core@^7.0.0", "@babel/core@^7.1.0":` asks twice for one package; a workspace is a part of the project itself.
    private static string? NameOf(string line)
    {
        var first = line.Split(',')[0].Trim(' ', '"', ':', '\r');
        var at = first.IndexOf('@', Math.Min(1, first.Length));
        if (at <= 0 || first.AsSpan(at).StartsWith("@workspace:"))
        {
            return null;
        }

        var range = first[(at + 1)..];
        return range.StartsWith("npm:", StringComparison.Ordinal) && range.LastIndexOf('@') is > 4 and var alias ? range[4..alias] : first[..at];
    }

    private static string? VersionOf(string line)
    {
        var text = line.Trim();
        return text.StartsWith("version ", StringComparison.Ordinal) || text.StartsWith("version: ", StringComparison.Ordinal)
            ? text[8..].Trim(' ', '"')
            : null;
    }
}
