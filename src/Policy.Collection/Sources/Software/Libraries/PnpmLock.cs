using System.Text;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock file of pnpm, of the formats 5 to 9, by its lines: each package is a key under <c>packages</c>.</summary>
internal static class PnpmLock
{
    /// <summary>The line of the table.</summary>
    public static readonly LockFile File = new("pnpm-lock.yaml", Read);

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

    // `/name/1.2.3:`, `/name@1.2.3(peer@4):`, `'@scope/name@1.2.3':`
    private static LockedLibrary? Parse(string line)
    {
        var key = line.Trim().TrimEnd(':').Trim('\'', '"').TrimStart('/');
        key = key.IndexOf('(', StringComparison.Ordinal) is > 0 and var peers ? key[..peers] : key;
        var at = key.LastIndexOf('@') is > 0 and var sign ? sign : key.LastIndexOf('/');
        if (at <= 0 || at + 1 == key.Length)
        {
            return null;
        }

        var version = key[(at + 1)..].Split('_')[0];
        return new LockedLibrary(key[..at], char.IsAsciiDigit(version[0]) ? version : null);
    }
}
