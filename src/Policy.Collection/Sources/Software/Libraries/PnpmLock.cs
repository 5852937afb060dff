using System.Text;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock file of pnpm, of the formats 5 to 9, by its lines: each package is a key under <c>packages</c>.</summary>
internal static class PnpmLock
{
    /// <summary>The line of the table.</summary>
    public static readonly LockFile File = new("pnpm-lock.yaml", Read);

    /// <summary>What pnpm writes about what it has installed.</summary>
    public static readonly LockFile Installed = new("node_modules/.pnpm/lock.yaml", Read);

    private static List<LockedLibrary>? Read(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (!Array.Exists(lines, line => line.StartsWith("lockfileVersion:", StringComparison.Ordinal)))
        {
            return null;
        }

        return [.. lines
            .SkipWhile(line => !line.StartsWith("packages:", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.Trim().Length == 0 || line[0] is ' ' or '#')
            .Where(line => line is [' ', ' ', not ' ' and not '#', ..])
            .Select(Parse)
            .OfType<LockedLibrary>()];
    }

    // `/name/1.2.3_@scope+peer@4:` of format 5, `/name@1.2.3(peer@4):` of 6, `'@scope/name@1.2.3':` of 9.
    private static LockedLibrary? Parse(string line)
    {
        var key = line.Trim().TrimEnd(':').Trim('\'', '"').TrimStart('/');
        key = key.IndexOf('(', StringComparison.Ordinal) is > 0 and var peers ? key[..peers] : key;
        var slash = key.LastIndexOf('/');
        var behind = key[(slash + 1)..].Split('_')[0];
        if (slash > 0 && behind is [>= '0' and <= '9', ..] && !behind.Contains('@', StringComparison.Ordinal))
        {
            return new LockedLibrary(key[..slash], behind);
        }

        var at = key.LastIndexOf('@') is > 0 and var sign ? sign : slash;
        return at <= 0 ? null : new LockedLibrary(key[..at], key[(at + 1)..] is [>= '0' and <= '9', ..] version ? version : null);
    }
}
