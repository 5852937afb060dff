using System.Text;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock file of Ruby's bundler, by its lines: under <c>specs:</c> each gem with its version, indented by four blanks.</summary>
internal static class GemLock
{
    /// <summary>The usual name.</summary>
    public static readonly LockFile Gemfile = new("Gemfile.lock", Read);

    /// <summary>The newer name.</summary>
    public static readonly LockFile Gems = new("gems.locked", Read);

    private static List<LockedLibrary>? Read(byte[] bytes)
    {
        var found = new List<LockedLibrary>();
        var (isLock, isSpecs) = (false, false);
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').Select(line => line.TrimEnd()))
        {
            isLock |= line is "GEM" or "PATH" or "GIT" or "PLATFORMS" or "DEPENDENCIES";
            isSpecs = line is "  specs:" || (isSpecs && line.StartsWith("    ", StringComparison.Ordinal));
            if (isSpecs && line is [' ', ' ', ' ', ' ', not ' ', ..] && Parse(line.Trim()) is { } library)
            {
                found.Add(library);
            }
        }

        return isLock ? found : null;
    }

    // `nokogiri (1.15.4-x86_64-linux)`: the platform stands behind the dash, which no version of a gem has.
    private static LockedLibrary? Parse(string text) => text.Split(' ') is [var name, ['(', .. var version, ')']]
        ? new LockedLibrary(name, version.Split('-')[0])
        : null;
}
